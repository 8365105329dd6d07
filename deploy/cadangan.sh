#!/usr/bin/env bash
# Cadangan basis data, folder data, dan ujung jejak audit ke SAKIP_CADANGAN/<waktu>; menyimpan 30 yang terakhir.
# Memerlukan SAKIP_DATABASE_URL dan SAKIP_DATA_DIR seperti layanannya.
set -euo pipefail
sakip="$(cd "$(dirname "$0")/.." && pwd)/.venv/bin/sakip"
tujuan="${SAKIP_CADANGAN:?Isi SAKIP_CADANGAN dengan folder cadangan}/$(date +%Y%m%d-%H%M%S)"
mkdir -p "$tujuan"

# Lebih dahulu, agar ikut tercadang.
"$sakip" audit tambat --json > "$tujuan/tambat.jsonl"

case "${SAKIP_DATABASE_URL:-}" in
  postgres*) pg_dump --format=custom --file "$tujuan/basisdata.dump" "$SAKIP_DATABASE_URL" ;;
  *) "$sakip" shell -v 0 -c "
import sqlite3
from contextlib import closing
from django.conf import settings
with closing(sqlite3.connect(settings.DATABASES['default']['NAME'])) as asal, closing(sqlite3.connect('$tujuan/basisdata.sqlite3')) as ke:
    asal.backup(ke)
" ;;
esac
# static/ dapat dibangun lagi; basis data SQLite sudah disalin dengan benar di atas.
tar --create --gzip --file "$tujuan/data.tar.gz" --directory "${SAKIP_DATA_DIR:?}" \
  --exclude=./static --exclude='./*.sqlite3*' .

cd "$SAKIP_CADANGAN"
ls -1d 20*-* | head -n -30 | xargs -r rm -r --
