#!/bin/sh
# Opens the review page on macOS and, through informe.desktop, on Linux. What it does is in scripts/abrir.mjs.
cd "$(dirname "$0")" || exit 1
# Where Node's and Homebrew's installers put it, for a session that was opened before.
PATH="$PATH:/usr/local/bin:/opt/homebrew/bin"
export PATH
if ! command -v node >/dev/null 2>&1; then
  echo 'Este equipo no tiene Node.js, que el programa necesita.'
  echo 'Descárguelo de https://nodejs.org (la versión LTS), instálelo y vuelva a abrir este archivo.'
  if [ -t 0 ]; then
    printf '\nPulse Intro para cerrar esta ventana. '
    read -r _
  fi
  exit 1
fi
exec node scripts/abrir.mjs
