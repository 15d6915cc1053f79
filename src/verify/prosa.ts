/** What a document says in sentences that no computed one accounts for, by the rules of the audit. */
import { type Hechos, type Pasaje, revisarProsa } from '../audit/index.js'
import type { ReadBlock } from '../readers/index.js'
import { Contexto, type Tema } from './contexto.js'
import { cifrasEn, diferencias } from './diferencias.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn, lugarDe } from './lugar.js'
import { type CifraMarcada, tramosMarcados } from './marcas.js'
import type { Apertura } from './productos.js'
import type { Pareja } from './textos.js'

/** Whom each stretch speaks of, and where each product's story begins. */
export function seguir(
  parejas: readonly Pareja[],
  bloques: readonly ReadBlock[],
  hechos: Hechos,
): { readonly temas: readonly Tema[]; readonly aperturas: readonly Apertura[] } {
  const contexto = new Contexto(hechos)
  const orden = new Map(bloques.map(({ place }, i) => [place, i]))
  const aperturas: Apertura[] = []
  const temas = parejas.map(({ leido: { texto, titulo, en } }) => {
    const tema = titulo === null ? contexto.parrafo(texto) : contexto.titulo(texto, titulo)
    if (tema.producto !== null && /^\d{1,2}\.\d{1,2}\.\d{1,3}\.?\s/u.test(texto))
      aperturas.push({ codigo: tema.producto, en, orden: orden.get(en) ?? -1, texto })
    return tema
  })
  return { temas, aperturas }
}

/** What the rules of the audit find in what no computed sentence accounts for. */
export function enProsa(
  parejas: readonly Pareja[],
  temas: readonly Tema[],
  marcadas: readonly CifraMarcada[],
  hechos: Hechos,
): readonly HallazgoEnDocumento[] {
  const pasajes = parejas.flatMap(({ leido, esperado }, i): readonly Pasaje[] => {
    const igual = esperado !== null && !esperado.escrito && diferencias(leido.texto, esperado).length === 0
    if (igual || leido.titulo !== null) return []
    const calculados = esperado === null ? tramosMarcados(leido.texto, leido.en, marcadas) : cifrasEn(leido.texto, esperado)
    // The rules name places in what they say: each is its stretch's number, and then what people are told.
    return [{ lugar: `${i}·${lugarDe(leido.en)}`, texto: leido.texto, ...(temas[i] as Tema), calculados }]
  })
  return revisarProsa(pasajes, hechos).map(({ lugar, explicacion, ...hallazgo }) =>
    hallazgoEn(parejas[Number.parseInt(lugar, 10)]?.leido.en ?? EN_NINGUNA, {
      ...hallazgo,
      explicacion: explicacion.replace(/(?<!\d)\d+·(?=p\. |línea |párrafo |documento)/gu, ''),
    }),
  )
}
