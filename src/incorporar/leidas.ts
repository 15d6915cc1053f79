/** The units of a stretch of prose in a Word document. */
import { type Apartado, lugarDe } from './apartado.js'
import { type CifraDistinta, conCifras } from './cifras.js'
import type { Texto } from './piezas.js'
import type { Rango } from './rangos.js'
import { cortar, llano, recortar, textoDe, type Unidad, unidadLeida } from './unidades.js'
import type { Pegados } from './vecinos.js'

/** A unit with its paragraph, and the figures of that paragraph that say something else. */
export interface Leida {
  readonly unidad: Unidad
  readonly parrafo: number
  readonly distintas: readonly CifraDistinta[]
}

/** The units of a stretch, and what of it no cell can hold. */
export function leidasDe(
  texto: Texto,
  rango: Rango,
  debido: Texto,
  esperado: Rango,
  pegados: Pegados = { antes: [], despues: [] },
): { readonly leidas: readonly Leida[]; readonly ajenas: readonly Apartado[] } {
  const { paragraphs } = texto.leido
  const enTabla = debido.leido.paragraphs[esperado.primero]?.inTable === true
  const leidas: Leida[] = []
  const ajenas: Apartado[] = []
  const tomar = (parrafo: number, desde: number, hasta?: number) => {
    const leido = paragraphs[parrafo]
    if (leido === undefined) return
    const { clase, nivel, inicio, tramos } = unidadLeida(leido)
    const puestos = conCifras(tramos, texto.marcas.get(parrafo) ?? [])
    const suyos = recortar(cortar(puestos.tramos, desde, hasta))
    const escrito = llano(textoDe(suyos))
    if (leido.kind === 'title' || leido.drawn || leido.inTable !== enTabla) {
      if (escrito === '' && !leido.drawn) return
      const explicacion = 'Un texto del libro lleva párrafos y listas: los títulos, las tablas y las imágenes van en las plantillas.'
      ajenas.push({ motivo: 'no-es-prosa', lugar: lugarDe(paragraphs, parrafo), celda: null, texto: escrito, explicacion })
      return
    }
    if (escrito === '') return
    leidas.push({
      unidad: { clase, nivel, inicio, tramos: suyos },
      parrafo,
      distintas: puestos.distintas.filter((distinta) => distinta.desde >= desde && distinta.desde < (hasta ?? Number.POSITIVE_INFINITY)),
    })
  }
  for (const parrafo of pegados.antes) tomar(parrafo, 0)
  for (let i = rango.primero; i <= rango.ultimo; i++)
    tomar(i, i === rango.primero ? rango.desde : 0, i === rango.ultimo ? rango.hasta : undefined)
  for (const parrafo of pegados.despues) tomar(parrafo, 0)
  return { leidas, ajenas }
}
