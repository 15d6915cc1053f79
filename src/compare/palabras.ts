/** Changes as people read them. */
import { lista } from '../report/index.js'
import type { CambioDeCelda, CambioDeCifra, CambioDeClase, Comparacion, Decidido, PuestaDistinta, Valor } from './cambio.js'
import { distinguidos, enPalabras, enPuntos, porciento } from './importancia.js'

type Forma = (valor: Exclude<Valor, null>, decimales?: number) => string

const cantidad: Forma = (valor) =>
  typeof valor === 'number' ? valor.toLocaleString('es-CO', { maximumFractionDigits: 4 }).replace('-', '−') : valor
const parte: Forma = (valor, decimales) => `${enPuntos(Number(valor), decimales)} %`
const puntos: Forma = (valor, decimales) => {
  const dicho = enPuntos(Number(valor), decimales)
  return `${dicho} ${/^−?1$/u.test(dicho) ? 'punto' : 'puntos'}`
}
const clase: Forma = (valor) => enPalabras(String(valor))

/** Fields of datos.json, by how they are called and printed. */
const CAMPOS: Readonly<Record<string, readonly [nombre: string, forma: Forma]>> = {
  productos: ['productos', cantidad],
  conMeta: ['productos con meta', cantidad],
  avance: ['avance', parte],
  planeado: ['planeado', parte],
  diferencia: ['diferencia', puntos],
  balance: ['balance', clase],
  verde: ['productos en verde', cantidad],
  amarillo: ['productos en amarillo', cantidad],
  rojo: ['productos en rojo', cantidad],
  sinMeta: ['productos sin meta', cantidad],
  cumplidos: ['productos cumplidos antes', cantidad],
  metaVigencia: ['meta', cantidad],
  logroVigencia: ['logro', cantidad],
  cumplimientoPorcentaje: ['cumplimiento', (valor) => `${cantidad(valor)} %`],
  semaforo: ['color', clase],
  situacion: ['situación', clase],
  metaAcumulada: ['meta acumulada', cantidad],
  logroAcumulado: ['logro acumulado', cantidad],
  metaFinal: ['meta final', cantidad],
  diferenciaAcumulada: ['diferencia acumulada', cantidad],
}

/** `2.1.2`, `sector Salud`, `objetivo 2`, `política`. */
export function deQuienEs({ codigo, sector, objetivo }: Pick<CambioDeCifra, 'codigo' | 'sector' | 'objetivo'>): string {
  if (codigo !== undefined) return codigo
  if (sector !== undefined) return `sector ${sector}`
  return objetivo === undefined ? 'política' : `objetivo ${objetivo}`
}

/** Its name and both values: `logro`, `19`, `17`. */
export function cifraEnPalabras({ campo, antes, despues }: CambioDeCifra): {
  readonly campo: string
  readonly antes: string
  readonly despues: string
} {
  const [nombre, forma] = CAMPOS[campo] ?? [campo, cantidad]
  const [viejo, nuevo] = distinguidos(antes, despues, (valor, decimales) => (valor === null ? 'sin dato' : forma(valor, decimales)))
  return { campo: nombre, antes: viejo, despues: nuevo }
}

/** `aceptado por Ana Ruiz; anotado por Luz Mora: falta el acta`; empty where nobody decided. */
export function decisionesEnPalabras({ decisiones = [] }: Decidido): string {
  return decisiones.map(({ decision, quien, nota }) => `${decision} por ${quien}${nota === '' ? '' : `: ${nota}`}`).join('; ')
}

/** `Avances · 1.1.1 · 2023: 9 → 4`: whose cell it is, and around where its two texts differ. */
export function celdaEnPalabras({ hoja, clave, columna, antes, despues }: CambioDeCelda): string {
  const [viejo, nuevo] = tramosDistintos(antes ?? 'vacía', despues ?? 'vacía')
  return `${hoja} · ${clave} · ${columna}: ${viejo} → ${nuevo}`
}

/** `1.1.1 · verde → rojo (90 % → 40 %) · Movilidad · Rutas señalizadas`. */
export function claseEnPalabras({ codigo, nombre, sector, antes, despues, cumplimiento }: CambioDeClase): string {
  const [viejo, nuevo] = [porciento(cumplimiento.antes), porciento(cumplimiento.despues)]
  return `${codigo} · ${enPalabras(antes)} → ${enPalabras(despues)} (${viejo} → ${nuevo}) · ${sector} · ${nombre}`
}

/** `Tabla 22, página 41`. */
export function rotuloDe({ clase, numero, pagina }: PuestaDistinta): string {
  return `${clase === 'tabla' ? 'Tabla' : 'Gráfica'} ${numero}${pagina === null ? '' : `, página ${pagina}`}`
}

/** `12 celdas`, with the number as it is written here. */
export const cuantos = (n: number, uno: string, varios: string) => `${n.toLocaleString('es-CO')} ${n === 1 ? uno : varios}`

/** `12 celdas, 34 cifras y 2 cambios de clase; cambian las tablas 1 y 9 y la gráfica 1.` */
export function resumen({ celdas, cifras, clases, tablas, graficas, frases }: Comparacion): string {
  const partes = [
    cuantos(celdas.length, 'celda', 'celdas'),
    cuantos(cifras.length, 'cifra', 'cifras'),
    cuantos(clases.length, 'cambio de clase', 'cambios de clase'),
    cuantos(frases.length, 'párrafo', 'párrafos'),
  ]
  const puestas = [numerada(tablas, 'la tabla', 'las tablas'), numerada(graficas, 'la gráfica', 'las gráficas')].filter((t) => t !== '')
  if (puestas.length === 0) return `${lista(partes)}.`
  return `${lista(partes)}; ${tablas.length + graficas.length === 1 ? 'cambia' : 'cambian'} ${lista(puestas)}.`
}

function numerada(numeros: readonly number[], una: string, varias: string): string {
  if (numeros.length === 0) return ''
  return `${numeros.length === 1 ? una : varias} ${lista(numeros.map(String))}`
}

/** Letters of a text that are shown around what differs. */
const CERCA = 40

/** Two texts, each around where they differ: of a page of prose, the words that changed. */
export function tramosDistintos(antes: string, despues: string): readonly [string, string] {
  const corto = Math.min(antes.length, despues.length)
  let inicio = 0
  while (inicio < corto && antes[inicio] === despues[inicio]) inicio++
  let fin = 0
  while (fin < corto - inicio && antes.at(-1 - fin) === despues.at(-1 - fin)) fin++
  const tramo = (texto: string) => {
    const [desde, hasta] = [Math.max(0, inicio - CERCA), Math.min(texto.length, texto.length - fin + CERCA)]
    return `${desde > 0 ? '…' : ''}${texto.slice(desde, hasta)}${hasta < texto.length ? '…' : ''}`
  }
  return [tramo(antes), tramo(despues)]
}
