/** The file beside the workbook: JSON that a person can read and a version control can merge, an entry a line. */
import * as z from 'zod'
import { entero } from '../report/index.js'
import { cabe, enUnRenglon, MAXIMOS } from './escrito.js'
import { ESTADOS_DE_VERSION, type Revision } from './revision.js'
import { enOrden } from './unir.js'

/** The first and so far only shape of the file. */
const FORMATO = 1

const escrito = (campo: keyof typeof MAXIMOS) =>
  z
    .string('un texto')
    .transform(enUnRenglon)
    .refine((texto) => cabe(campo, texto), `un texto de no más de ${entero(MAXIMOS[campo])} letras`)
const quien = escrito('quien').refine((texto) => texto !== '', 'el nombre de una persona')
const valor = z.string('un texto o null').nullable()
const uno = <const T extends readonly string[]>(opciones: T) => z.enum(opciones, opciones.map((opcion) => `«${opcion}»`).join(' o '))

const decision = z.object({
  de: uno(['celda', 'cifra']),
  clave: z.string('un texto'),
  antes: valor,
  despues: valor,
  decision: uno(['aceptado', 'anotado']),
  quien,
  nota: escrito('nota'),
  fecha: z.iso
    .datetime({ offset: true, error: 'un instante como «2031-03-04T14:30:00Z»' })
    .transform((instante) => new Date(instante).toISOString()),
})
const version = z.object({
  numero: z.int('un número entero').positive('un número desde 1'),
  fecha: z.iso.date('un día como «2031-03-04»'),
  estado: uno(ESTADOS_DE_VERSION),
  libro: z.string('una huella de 64 cifras hexadecimales').regex(/^[0-9a-f]{64}$/u, 'una huella de 64 cifras hexadecimales'),
  quien,
  nota: escrito('nota'),
})
const archivo = z.object(
  {
    formato: z.literal(FORMATO, `el número ${FORMATO}`),
    versiones: z.array(version, 'una lista entre [ y ]'),
    decisiones: z.array(decision, 'una lista entre [ y ]'),
  },
  'un objeto JSON con «formato», «versiones» y «decisiones»',
)

/** The revision in a text; null where it is none. Fields that it does not know are left out; words come on one line. */
export function leerRevision(texto: string): Revision | null {
  const json = comoJson(texto)
  const revision = json === null ? null : archivo.safeParse(json.valor).data
  return revision == null ? null : enOrden({ versiones: revision.versiones, decisiones: revision.decisiones })
}

/** What keeps a text from being a revision, for whoever edited it by hand. */
export interface FaltaDeRevision {
  /** `decisiones[2].fecha`; empty for the whole text. */
  readonly campo: string
  readonly esperado: string
}

/** Everything that is wrong with a text; nothing where `leerRevision` reads it. */
export function faltasDeRevision(texto: string): readonly FaltaDeRevision[] {
  const json = comoJson(texto)
  if (json === null) return [{ campo: '', esperado: 'un texto JSON' }]
  return (archivo.safeParse(json.valor).error?.issues ?? []).map(({ path, message }) => ({
    campo: path.reduce<string>(
      (ruta, paso) => (typeof paso === 'number' ? `${ruta}[${paso}]` : `${ruta}${ruta === '' ? '' : '.'}${String(paso)}`),
      '',
    ),
    esperado: message,
  }))
}

/** A revision as the text of its file. The same revision gives the same text, whatever the order it was put together in. */
export function escribirRevision(revision: Revision): string {
  const { versiones, decisiones } = enOrden(revision)
  return `{
  "formato": ${FORMATO},
  "versiones": ${enLineas(versiones.map((v) => ordenados(v, ['numero', 'fecha', 'estado', 'libro', 'quien', 'nota'])))},
  "decisiones": ${enLineas(decisiones.map((d) => ordenados(d, ['de', 'clave', 'antes', 'despues', 'decision', 'quien', 'nota', 'fecha'])))}
}
`
}

function enLineas(entradas: readonly object[]): string {
  return entradas.length === 0 ? '[]' : `[\n${entradas.map((entrada) => `    ${JSON.stringify(entrada)}`).join(',\n')}\n  ]`
}

function ordenados<T extends object>(entrada: T, campos: readonly (keyof T)[]): object {
  return Object.fromEntries(campos.map((campo) => [campo, entrada[campo]]))
}

/** What a text says as JSON; null where it is none. */
function comoJson(texto: string): { readonly valor: unknown } | null {
  try {
    return { valor: JSON.parse(texto) }
  } catch {
    return null
  }
}
