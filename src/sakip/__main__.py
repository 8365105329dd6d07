"""`sakip`: the Django commands, with settings taken from the environment (prefix SAKIP_)."""

import os
import sys


def main() -> None:
    """Run a management command; a wrong setting ends with a clear message and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings.prod")
    from sakip.config.env import PengaturanSalah

    try:
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)
    except PengaturanSalah as salah:
        sys.stderr.write(f"{salah}\n")
        raise SystemExit(2) from None
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; nothing is left to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
