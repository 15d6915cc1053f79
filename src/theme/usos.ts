/** What pictures outside the report look like: one `uso` for each place where people put them, and the colours on a light and on a dark ground. */
import { z } from 'zod'
import { color, noNegativo, positivo } from './medidas.js'

const letra = z.strictObject({
  titulo: positivo,
  /** `Gráfica 3`, over the title. */
  rotulo: positivo,
  etiqueta: positivo,
  cifra: positivo,
  fuente: positivo,
})

const comunes = {
  /** Sizes of type wanted. What does not fit is set smaller, down to `minimo`, and never below. */
  letra,
  minimo: positivo,
  margen: z.strictObject({ arriba: noNegativo, abajo: noNegativo, lados: noNegativo }),
  contorno: positivo,
  /** Where names stand: beside their bars, or over them, which leaves bars the whole width of a narrow picture. */
  etiquetas: z.enum(['al-lado', 'encima']),
  /** `marca`: a short line in the house's accent over the title. */
  muestra: z.strictObject({ marca: z.boolean(), numero: z.boolean(), titulo: z.boolean(), leyenda: z.boolean(), fuente: z.boolean() }),
}

/** For paper: `ancho` and `alto` in millimetres, the rest in points. `alto` null: as high as the chart asks. `ppp`: pixels to the inch of a PNG. */
const deImpreso = z.strictObject({
  unidad: z.literal('mm'),
  ancho: positivo,
  alto: positivo.nullable(),
  ppp: positivo.max(1200),
  ...comunes,
})

/** For screens: everything in pixels. */
const dePantalla = z.strictObject({ unidad: z.literal('px'), ancho: positivo.int(), alto: positivo.int(), ...comunes })

const uso = z.discriminatedUnion('unidad', [deImpreso, dePantalla]).superRefine(({ letra: letras, minimo }, { addIssue }) => {
  for (const [papel, tamano] of Object.entries(letras)) {
    if (tamano < minimo) addIssue({ code: 'custom', path: ['letra', papel], message: `al menos ${minimo}, el mínimo legible de este uso` })
  }
})

/** By their names, which are those of the command: letters, digits and hyphens, since they end up in names of files. */
export const usos = z.record(z.string().regex(/^[a-z0-9-]+$/u, 'un nombre en minúsculas, con cifras y guiones'), uso)

const modo = z.strictObject({
  fondo: color,
  tinta: color,
  /** Lesser words. */
  gris: color,
  linea: color,
  /** Round every area. */
  contorno: color,
  /** Numbers of charts and codes of products; the marks of a bar; bars that stand for no state. */
  casa: color,
  rezago: color,
  logro: color,
})

export const modos = z.strictObject({ claro: modo, oscuro: modo })

export type Uso = z.infer<typeof uso>
export type Modo = z.infer<typeof modo>
