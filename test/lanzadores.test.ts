/** The launchers at the top of the tree, for those who never open a terminal, in a folder such as people have. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const RAIZ = new URL('..', import.meta.url).pathname
const leer = (nombre: string) => readFileSync(join(RAIZ, nombre), 'utf8')

describe.skipIf(process.platform === 'win32')('en una carpeta con tildes y espacios', () => {
  let base: string
  let copia: string
  let programas: string

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'lanzadores-'))
    copia = join(base, 'Política año 2023 (copia)')
    for (const carpeta of ['scripts/compilar', 'src', 'dist/cli']) mkdirSync(join(copia, carpeta), { recursive: true })
    const configuraciones = readdirSync(RAIZ).filter((nombre) => /^tsconfig.*\.json$/u.test(nombre))
    for (const nombre of ['Informe.command', 'informe.desktop', 'package.json', 'scripts/abrir.mjs', 'scripts/compilar.mjs'].concat(
      configuraciones,
    ))
      copyFileSync(join(RAIZ, nombre), join(copia, nombre))
    bloqueo({ 'node_modules/uno': { version: '1.0.0' }, 'node_modules/de-otro-equipo': { version: '2.0.0', optional: true } })
    // The program itself: it writes what it was asked, and where.
    programa('import { writeFileSync } from "node:fs"\nwriteFileSync("pedido.json", JSON.stringify(process.argv.slice(2)))\n')
    programas = join(base, 'programas')
    mkdirSync(programas)
    symlinkSync(process.execPath, join(programas, 'node'))
    npm(
      "node -e \"fs.mkdirSync('node_modules', { recursive: true }); fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json')\"",
    )
  })
  afterEach(() => rmSync(base, { recursive: true, force: true }))

  const bloqueo = (packages: Readonly<Record<string, object>>) =>
    writeFileSync(join(copia, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'informe' }, ...packages } }))
  const programa = (texto: string) => {
    writeFileSync(join(copia, 'dist/cli/informe.js'), texto)
    writeFileSync(join(copia, 'dist/.compilado'), '')
    const despues = new Date(Date.now() + 60_000)
    utimesSync(join(copia, 'dist/.compilado'), despues, despues)
  }
  /** An npm that writes down how it was called and then does this. */
  const npm = (orden: string) => {
    writeFileSync(join(programas, 'npm'), `#!/bin/sh\necho "$@" >> npm-llamado.txt\n${orden}\n`)
    chmodSync(join(programas, 'npm'), 0o755)
  }
  const correr = (orden: string, argumentos: readonly string[], path = `${programas}${delimiter}/usr/bin${delimiter}/bin`) =>
    spawnSync(orden, argumentos, { cwd: base, encoding: 'utf8', env: { PATH: path, HOME: base } })
  const abrir = (path?: string): SpawnSyncReturns<string> => correr(join(copia, 'Informe.command'), [], path)
  const pedido = () => JSON.parse(readFileSync(join(copia, 'pedido.json'), 'utf8')) as unknown
  const llamadasANpm = () =>
    existsSync(join(copia, 'npm-llamado.txt')) ? readFileSync(join(copia, 'npm-llamado.txt'), 'utf8').trim().split('\n') : []

  test('la primera vez instala lo que falta, dice qué hace y abre la página; después, solo la abre', () => {
    const primera = abrir()
    expect(primera.status, primera.stderr).toBe(0)
    expect(primera.stdout).toContain('Se instala lo que el programa necesita.')
    expect(pedido()).toEqual(['revisar', '--abrir'])
    expect(llamadasANpm()).toEqual(['ci --no-audit --no-fund'])
    const segunda = abrir()
    expect(segunda.stdout).not.toContain('Se instala')
    expect(segunda.stdout).toContain('Se abre la página de revisión')
    expect(llamadasANpm()).toHaveLength(1)
  })

  test('si el programa se actualizó, instala otra vez', () => {
    abrir()
    bloqueo({ 'node_modules/uno': { version: '1.0.1' } })
    expect(abrir().status).toBe(0)
    expect(llamadasANpm()).toHaveLength(2)
  })

  test('informe.desktop abre lo mismo, desde cualquier carpeta', () => {
    const [, exec = ''] = /^Exec=(.*)$/mu.exec(readFileSync(join(copia, 'informe.desktop'), 'utf8')) ?? []
    const [orden = '', ...argumentos] = partesDeExec(exec, join(copia, 'informe.desktop'))
    const { status, stderr } = correr(orden, argumentos)
    expect(status, stderr).toBe(0)
    expect(pedido()).toEqual(['revisar', '--abrir'])
  })

  test('sin Node.js, o con uno anterior, dice qué instalar y de dónde', () => {
    // Only what the launcher itself is written with; where the machine has a Node in its usual place, that one is found.
    const sinNode = join(base, 'sin-node')
    mkdirSync(sinNode)
    for (const nombre of ['sh', 'dirname']) symlinkSync(`/bin/${nombre}`, join(sinNode, nombre))
    if (!['/usr/local/bin/node', '/opt/homebrew/bin/node'].some((ruta) => existsSync(ruta))) {
      const { status, stdout } = abrir(sinNode)
      expect([status, stdout]).toEqual([1, expect.stringContaining('Descárguelo de https://nodejs.org')])
    }
    const { version, ...resto } = JSON.parse(leer('package.json')) as { version: string }
    writeFileSync(join(copia, 'package.json'), JSON.stringify({ ...resto, version, engines: { node: '>=99.1' } }))
    const { status, stderr } = abrir()
    expect(status).toBe(1)
    expect(stderr).toContain(`Este equipo tiene Node.js ${process.versions.node}, y el programa necesita 99.1 o posterior.`)
    expect(llamadasANpm()).toEqual([])
  })

  test('si no se puede instalar, o la página falla, lo dice y termina con 1', () => {
    npm('exit 1')
    const sinInstalar = abrir()
    expect(sinInstalar.status).toBe(1)
    expect(sinInstalar.stderr).toContain('No se pudo instalar lo que el programa necesita.')
    expect(existsSync(join(copia, 'pedido.json'))).toBe(false)
    mkdirSync(join(copia, 'node_modules'))
    copyFileSync(join(copia, 'package-lock.json'), join(copia, 'node_modules/.package-lock.json'))
    programa('console.error("El puerto está en uso.")\nprocess.exitCode = 2\n')
    const conFallo = abrir()
    expect(conFallo.status).toBe(1)
    expect(conFallo.stderr).toMatch(/El puerto está en uso\.[\s\S]*se cerró por un error, que está escrito arriba/u)
  })
})

describe('los archivos', () => {
  test('lo que abren es una orden del programa', () => {
    spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')])
    const { stdout } = spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), 'revisar', '--help'], { encoding: 'utf8' })
    expect(stdout).toContain('--abrir')
  })

  test('Informe.cmd tiene renglones de Windows, y nada que sea de otra consola', () => {
    const texto = leer('Informe.cmd')
    expect(
      texto
        .split('\n')
        .slice(0, -1)
        .every((renglon) => renglon.endsWith('\r')),
    ).toBe(true)
    expect(texto).not.toMatch(/[$`']|\bexport\b|\bfi\b|#!/u)
    // The folder may have spaces, accents or be on another machine; its words are UTF-8.
    expect(texto).toContain('pushd "%~dp0"')
    expect(texto).toContain('chcp 65001')
    expect(texto).toMatch(/node scripts\\abrir\.mjs\r\n/u)
    for (const [, destino] of texto.matchAll(/goto (\w+)/gu)) expect(texto).toContain(`:${destino}\r\n`)
  })

  test('los demás tienen los suyos y se pueden ejecutar, y el repositorio lo conserva', () => {
    for (const nombre of ['Informe.command', 'informe.desktop']) {
      expect(leer(nombre)).not.toContain('\r')
      expect(statSync(join(RAIZ, nombre)).mode & 0o111).toBe(0o111)
    }
    expect(leer('.gitattributes')).toMatch(/^\*\.cmd text eol=crlf$/mu)
    expect(leer('.gitattributes')).toMatch(/^\*\.command text eol=lf$/mu)
  })
})

/** The words of an `Exec` line, as the Desktop Entry Specification reads them: escapes of the file, then quotes, then field codes. */
function partesDeExec(exec: string, lugar: string): readonly string[] {
  const sinEscapes = exec.replace(/\\(.)/gu, (_, letra: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' })[letra] ?? letra)
  return [...sinEscapes.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)].map(([, entreComillas, suelta]) => {
    if (suelta === '%k') return lugar
    return (entreComillas?.replace(/\\(["`$\\])/gu, '$1') ?? suelta ?? '').replaceAll('%%', '%')
  })
}
