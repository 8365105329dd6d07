"""What a served process has done before its first request."""

import json
import os
import subprocess
import sys

TANYA = """
import gc, json, sys
import sakip.config.wsgi
print(json.dumps({"beku": gc.get_freeze_count(), "halaman": "sakip.web.pohon.tulis" in sys.modules}))
"""


def test_the_pages_are_loaded_and_left_alone_by_the_collector(tmp_path):
    env = {**os.environ, "SAKIP_DATA_DIR": str(tmp_path), "SAKIP_SECRET_KEY": "x" * 50}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    hasil = subprocess.run([sys.executable, "-c", TANYA], env=env, capture_output=True, check=True)
    isi = json.loads(hasil.stdout.splitlines()[-1])
    assert isi["halaman"]
    assert isi["beku"] > 50_000
