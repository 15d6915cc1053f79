@echo off
rem Opens the review page on Windows. What it does is in scripts\abrir.mjs.
chcp 65001 >nul
title Informe anual de seguimiento
pushd "%~dp0"
where node >nul 2>nul
if errorlevel 1 goto sin_node
node scripts\abrir.mjs
set "codigo=%errorlevel%"
popd
exit /b %codigo%

:sin_node
echo Este equipo no tiene Node.js, que el programa necesita.
echo Descárguelo de https://nodejs.org (la versión LTS), instálelo y vuelva a abrir este archivo.
pause
popd
exit /b 1
