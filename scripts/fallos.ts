// The long series of failures: runs killed at any moment, on a full disk and two at once; prints what stood in the folder after each.
// Usage: npm run fallos -- [--al-azar 150] [--lleno 50] [--parejas 50] [--semilla 1]
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { POLITICA_DEL_AGUA } from '../test/politica-del-agua.js'
import {
  cambiosAlPublicar,
  contar,
  ensayar,
  estadoDe,
  informe,
  publicarCon,
  recuperar,
  recuperarCon,
  type Terreno,
} from './fallos/ensayo.js'
import { enDiscoLleno, hayDiscosPequenos } from './fallos/lleno.js'
import { enPareja } from './fallos/parejas.js'

const { values } = parseArgs({
  options: {
    'al-azar': { type: 'string', default: '150' },
    lleno: { type: 'string', default: '50' },
    parejas: { type: 'string', default: '50' },
    semilla: { type: 'string', default: '1' },
  },
})
const [alAzar, lleno, parejas, semilla] = [values['al-azar'], values.lleno, values.parejas, values.semilla].map(Number) as [
  number,
  number,
  number,
  number,
]

const carpeta = mkdtempSync(join(tmpdir(), 'fallos-'))
const en = (nombre: string) => join(carpeta, nombre)
let rotos = 0

/** Runs a series, prints its counts, and adds up what is broken. */
async function serie<T extends string>(titulo: string, ensayos: readonly (() => Promise<T>)[]): Promise<void> {
  const inicio = performance.now()
  const cuentas = await contar(ensayos)
  rotos += cuentas.roto ?? 0
  const dichas = Object.entries(cuentas)
    .sort()
    .map(([resultado, n]) => `${n} ${resultado}`)
  console.log(
    `${titulo}: ${ensayos.length} ensayos · ${dichas.join(' · ')} · ${cuentas.roto ?? 0} rotos · ${Math.round((performance.now() - inicio) / 1000)} s`,
  )
}

writeFileSync(en('uno.xlsx'), POLITICA_DEL_AGUA.bytes())
writeFileSync(en('dos.xlsx'), POLITICA_DEL_AGUA.celda('Avances!E2', 9).bytes())
await informe(['generar', en('uno.xlsx'), '--salida', en('antes'), '--silencioso'])
const inicio = performance.now()
await informe(['generar', en('dos.xlsx'), '--salida', en('set'), '--silencioso'])
const tarda = performance.now() - inicio
/** Milliseconds that the publication of these twenty files takes, more or less. */
const PUBLICAR_TARDA = 250

const pareja = [
  { libro: en('uno.xlsx'), sola: estadoDe(en('antes')) },
  { libro: en('dos.xlsx'), sola: estadoDe(en('set')) },
] as const
// Somebody edited one file and put another one beside it.
appendFileSync(en('antes/tablas/tabla-01.csv'), 'editada')
writeFileSync(en('antes/notas.txt'), 'mías')

cpSync(en('antes'), en('publicado'), { recursive: true, preserveTimestamps: true })
const cambios = await cambiosAlPublicar(en('set'), en('publicado'), en('cuenta'))
const terreno: Terreno = {
  casos: en('casos'),
  antes: en('antes'),
  nuevo: estadoDe(en('publicado')),
  siguiente: (suya) => informe(['comprobar', suya]),
}
/** Of the publication alone, whoever comes next does no more than the first thing that each command does. */
const deLaPublicacion: Terreno = { ...terreno, siguiente: recuperar }
const cadaCambio = Array.from({ length: cambios }, (_, i) => i + 1)
const generar = (salida: string) => ['generar', en('dos.xlsx'), '--salida', salida, '--silencioso']

const instantes = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: alAzar, seed: semilla })
await serie(
  'El programa entero, muerto en un instante al azar',
  instantes.map((parte) => () => ensayar(terreno, (suya) => informe(generar(suya), { matarA: parte * tarda * 1.3 }))),
)
await serie(
  'El programa entero, muerto en un instante al azar mientras publica',
  instantes.map(
    (parte) => () =>
      ensayar(terreno, (suya) => informe(generar(suya), { matarA: parte * PUBLICAR_TARDA, desde: join(suya, '.informe-en-curso') })),
  ),
)
for (const como of ['antes', 'despues'] as const)
  await serie(
    `La publicación, muerta ${como === 'antes' ? 'a media escritura o antes' : 'después'} de cada uno de sus ${cambios} cambios`,
    cadaCambio.map((cual) => () => ensayar(deLaPublicacion, (suya) => publicarCon(en('set'), suya, { en: cual, como }))),
  )
for (const como of ['ENOSPC', 'EACCES', 'EBUSY'] as const)
  await serie(
    `La publicación, con ${como} en cada uno de sus cambios`,
    cadaCambio.map((cual) => () => ensayar(deLaPublicacion, (suya) => publicarCon(en('set'), suya, { en: cual, como }))),
  )
// Half of what it moves is moved at the last third.
const aMedias = Math.round(cambios * 0.85)
await serie(
  'La publicación muerta a medias, y quien la completa, muerto en cada uno de sus cambios',
  cadaCambio.map(
    (cual) => () =>
      ensayar(deLaPublicacion, async (suya) => {
        await publicarCon(en('set'), suya, { en: aMedias, como: 'antes' })
        await recuperarCon(suya, { en: cual, como: cual % 2 === 0 ? 'antes' : 'despues' })
      }),
  ),
)
if (await hayDiscosPequenos()) {
  const partes = fc.sample(fc.double({ min: 0, max: 1.2, noNaN: true }), { numRuns: lleno, seed: semilla })
  await serie(
    'El programa entero, en un disco que se llena',
    partes.map((parte) => () => ensayar(terreno, (suya) => enDiscoLleno(suya, en('set'), parte, generar))),
  )
} else console.log('El disco que se llena no se ensayó: este equipo no deja montar un tmpfs.')
await serie(
  'Dos a la vez en una carpeta',
  Array.from({ length: parejas }, (_, i) => () => enPareja(en(`casos/pareja-${i}`), pareja)),
)

if (rotos > 0) console.log(`Lo roto está en ${en('casos')}.`)
else rmSync(carpeta, { recursive: true, force: true })
process.exitCode = rotos > 0 ? 1 : 0
