// Loaded before a program (node --import): ends it, or makes the disk fail, at one of the changes that it makes to the files of a folder.
//   FALLO_CARPETA  the folder
//   FALLO_EN       which change, from 1; none where it is not told
//   FALLO_COMO     «antes»: the process dies as by kill -9 just before it (of what is being written, half is there); «despues»: just after
//                  it; or a code of the system, like ENOSPC, that the change fails with
//   FALLO_CUENTA   a file where the number of changes is written at the end
import { writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { FALLO_CARPETA: carpeta = '', FALLO_EN: en, FALLO_COMO: como = 'antes', FALLO_CUENTA: archivo } = process.env
const cual = Number(en ?? 0)
let cuenta = 0

function morir() {
  process.kill(process.pid, 'SIGKILL')
  // Not one instruction more.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

async function cambio(hacer, ruta, aMedias = async () => undefined) {
  cuenta++
  if (cuenta !== cual) return await hacer()
  if (como === 'antes') {
    await aMedias()
    morir()
  }
  if (como === 'despues') {
    await hacer()
    morir()
  }
  throw Object.assign(new Error(`${como}: fallo sembrado`), { code: como, path: ruta })
}

const esNuestra = (argumentos) => argumentos.some((a) => typeof a === 'string' && a.startsWith(carpeta))

for (const nombre of ['copyFile', 'link', 'mkdir', 'open', 'rename', 'rm', 'rmdir', 'utimes', 'writeFile']) {
  const original = promises[nombre]
  promises[nombre] = async (...argumentos) => {
    if (!esNuestra(argumentos)) return await original(...argumentos)
    const ruta = argumentos[0]
    const hecho = await cambio(() => original(...argumentos), ruta)
    return nombre === 'open' ? vigilado(hecho, ruta) : hecho
  }
}

/** An open file, each write and each flush of which counts too. */
function vigilado(abierto, ruta) {
  const [escribir, volcar] = [abierto.writeFile.bind(abierto), abierto.sync.bind(abierto)]
  abierto.writeFile = (bytes) =>
    cambio(
      () => escribir(bytes),
      ruta,
      () => escribir(bytes.slice(0, Math.floor(bytes.length / 2))),
    )
  abierto.sync = () => cambio(volcar, ruta)
  return abierto
}

syncBuiltinESMExports()
if (archivo !== undefined) process.on('exit', () => writeFileSync(archivo, String(cuenta)))
