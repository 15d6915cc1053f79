/** The option by which people set how much a workbook may ask for. */
import { Option } from 'commander'
import { distance } from 'fastest-levenshtein'
import type { Limites, NombreDeLimite } from '../workbook/index.js'
import { UsageError } from './errors.js'
import { nombres } from './listas.js'

export interface OpcionDeLimites {
  readonly limites?: string
}

/** `--limites hojas=200,segundos=120`, for every command that reads a workbook. */
export const opcionDeLimites = () =>
  new Option('--limites <lista>', 'límites de la lectura del libro que no son los de siempre, como hojas=200,segundos=120 (docs/libro.md)')

/** The limits that a command asks for, and for the rest those of always. @throws UsageError with the nearest name, or the values that there can be */
export async function limitesDe({ limites: lista = '' }: OpcionDeLimites): Promise<Limites> {
  const { LIMITES, NOMBRES_DE_LIMITES } = await import('../workbook/index.js')
  const pedidos = nombres(lista).map((pedido) => {
    const [nombre = '', valor = ''] = pedido.split(/=(.*)/su).map((parte) => parte.trim())
    const suyo = NOMBRES_DE_LIMITES.find((cual) => cual === nombre.toLowerCase())
    if (suyo === undefined)
      throw new UsageError(`No hay un límite «${nombre}». El más parecido es «${masParecido(nombre, NOMBRES_DE_LIMITES)}».`)
    if (!/^[1-9]\d{0,8}$/u.test(valor))
      throw new UsageError(
        `El límite «${suyo}» debe ser un número entero desde 1, sin puntos, como ${suyo}=${LIMITES[suyo]}; se encontró «${valor}».`,
      )
    return [suyo, Number(valor)] as const
  })
  return { ...LIMITES, ...Object.fromEntries(pedidos) }
}

function masParecido(nombre: string, hay: readonly NombreDeLimite[]): string {
  return hay.toSorted((a, b) => distance(nombre, a) - distance(nombre, b))[0] ?? ''
}

/** Reads a workbook, if it weighs no more than it may. @throws CannotRead */
export async function leerLibroDe(ruta: string, limites: Limites): Promise<Uint8Array> {
  const [{ CannotRead, readBytes }, { MEGA }] = await Promise.all([import('../disk/index.js'), import('../workbook/index.js')])
  try {
    return await readBytes(ruta, limites.megas * MEGA)
  } catch (error) {
    if (!(error instanceof CannotRead) || (error.cause as NodeJS.ErrnoException).code !== 'MUY_GRANDE') throw error
    const { message } = error.cause as Error
    throw new CannotRead(
      ruta,
      new Error(`${message}. Revise que sea el libro de la política; si lo es, suba ese límite con --limites megas=…`),
    )
  }
}
