/** The rules by which figures are computed, worded for people, each with the section of the guide to the workbook that states it. */
import type { CampoGrupo, CampoProducto } from '../model/index.js'
import type { Regla } from './explicacion.js'

const DE_PRODUCTO = 'docs/libro.md, «De un producto»'
const DE_GRUPO = 'docs/libro.md, «De un sector, de un objetivo y de la política»'
const DE_EVENTOS = 'docs/libro.md, «Capacitaciones, Jornadas y Reuniones»'
const DEL_LIBRO = 'docs/libro.md, «Hojas»'

const PRODUCTO: Readonly<Record<CampoProducto, string>> = {
  meta: 'La meta de la vigencia es la que el plan fija para ese año. Una meta de 0 solo lo es en un producto Decreciente.',
  logro: 'El logro de la vigencia es el que el sector reportó para ese año.',
  cumplimiento: 'Logro de la vigencia entre su meta, sin tope. En un producto Decreciente, lo que se bajó entre lo que se iba a bajar.',
  semáforo: 'El color del rango en el que cae el cumplimiento, ya redondeado a un porcentaje entero.',
  situación: 'Con meta en la vigencia; y sin ella, según cuándo empieza y termina el producto y si alcanzó su meta final.',
  'meta acumulada': 'En Suma, las metas de todos los años hasta la vigencia; en los demás tipos, la última que haya.',
  'logro acumulado': 'En Suma, los logros de todos los años hasta la vigencia; en los demás tipos, el último reportado.',
  'meta final': 'La meta al final del plan.',
  diferencia: 'Logro acumulado menos meta acumulada.',
  balance: 'El signo de la diferencia acumulada: rezago, en cumplimiento o sobre-ejecución. En un producto Decreciente, al contrario.',
}

const GRUPO: Readonly<Record<CampoGrupo, string>> = {
  productos: 'Cuántos productos tiene en el plan.',
  'con meta': 'Cuántos de sus productos tienen meta en la vigencia.',
  avance: 'Promedio de logro acumulado entre meta final de todos sus productos; cada uno cuenta entre 0 y 100 %.',
  planeado: 'Promedio de meta acumulada entre meta final de todos sus productos; cada uno cuenta entre 0 y 100 %.',
  diferencia: 'Avance menos planeado, sin redondear, en puntos porcentuales.',
  balance: 'El signo de la diferencia; una que se imprime 0,0 es en cumplimiento.',
  verde: 'Cuántos productos con meta tienen su cumplimiento en el rango verde.',
  amarillo: 'Cuántos productos con meta tienen su cumplimiento en el rango amarillo.',
  rojo: 'Cuántos productos con meta tienen su cumplimiento en el rango rojo.',
  'sin meta': 'Cuántos productos no tienen meta en la vigencia, salvo los cumplidos: sin meta, no iniciados y vencidos.',
  cumplidos: 'Cuántos productos terminaron antes de la vigencia con su meta final alcanzada.',
}

export function reglaDeProducto(campo: CampoProducto): Regla {
  return { nombre: campo, enunciado: PRODUCTO[campo], fuente: DE_PRODUCTO }
}

export function reglaDeGrupo(campo: CampoGrupo): Regla {
  return { nombre: campo, enunciado: GRUPO[campo], fuente: DE_GRUPO }
}

/** Rule of an amount added over the rows of an event sheet; `total` counts the rows themselves. */
export function reglaDeEventos(campo: string): Regla {
  const enunciado = campo === 'total' ? 'Cuántas filas tiene la hoja.' : 'Suma de la columna, fila por fila.'
  return { nombre: campo, enunciado, fuente: DE_EVENTOS }
}

/** Rule of what the workbook states as it is printed. */
export function reglaDeLectura(nombre: string): Regla {
  return { nombre, enunciado: 'Se lee del libro tal como está.', fuente: DEL_LIBRO }
}

/** Rule of a figure that no prose can name: a count of some products, a share of the goals. */
export function reglaSinNombre(nombre: string): Regla {
  return { nombre, enunciado: 'Se cuenta sobre los productos que la fila y la columna indican.', fuente: DE_GRUPO }
}
