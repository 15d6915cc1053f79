/** The products that a document tells of: those that are nowhere, those that are there twice, and their order. */
import type { Hechos } from '../audit/index.js'
import type { Place, ReadBlock } from '../readers/index.js'
import type { TextoEsperado } from './esperado.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn } from './lugar.js'
import type { ParejaDeTablas } from './tablas.js'

/** A stretch that opens what is told of a product. */
export interface Apertura {
  readonly codigo: string
  readonly en: Place
  /** Place of its block in the document. */
  readonly orden: number
  readonly texto: string
}

const CODIGO = /^(\d{1,2}\.\d{1,2}\.\d{1,3})(?=\s)/u

/**
 * `narrados`: the titles that the workbook's report gives to its products. One may open several stretches of it (its paragraph, its line
 * among the backlogs, the chart of its years): it is told of once too often where the document opens more.
 */
export function revisarProductos(
  aperturas: readonly Apertura[],
  esperados: readonly TextoEsperado[],
  tablas: readonly ParejaDeTablas[],
  bloques: readonly ReadBlock[],
  hechos: Hechos,
): readonly HallazgoEnDocumento[] {
  const narrados = esperados.flatMap(({ titulo, texto }) => (titulo === null ? [] : (CODIGO.exec(texto)?.slice(1, 2) ?? [])))
  const abiertos = esperados.flatMap(({ texto }) => CODIGO.exec(texto)?.slice(1, 2) ?? [])
  const previstas = (codigo: string) => abiertos.filter((otro) => otro === codigo).length
  const hallados = new Set(aperturas.map(({ codigo }) => codigo))
  return [
    ...narrados.filter((codigo) => !hallados.has(codigo)).map((codigo) => ausente(codigo, hechos)),
    ...aperturas.filter(({ codigo }, i) => vecesEn(aperturas.slice(0, i), codigo) >= Math.max(1, previstas(codigo))).map(repetido),
    ...capitulos(tablas, bloques).flatMap(({ tabla, desde, hasta }) =>
      enOtroOrden(
        tabla,
        aperturas.filter(({ orden }) => orden > desde && orden < hasta),
      ),
    ),
  ]
}

function vecesEn(aperturas: readonly Apertura[], codigo: string): number {
  return aperturas.filter((apertura) => apertura.codigo === codigo).length
}

/** From each table to the next: what it counts is told of there. */
function capitulos(tablas: readonly ParejaDeTablas[], bloques: readonly ReadBlock[]) {
  const enOrden = tablas.map((tabla) => ({ tabla, desde: bloques.indexOf(tabla.leida) })).sort((a, b) => a.desde - b.desde)
  return enOrden.map((uno, i) => ({ ...uno, hasta: enOrden[i + 1]?.desde ?? bloques.length }))
}

function ausente(codigo: string, hechos: Hechos): HallazgoEnDocumento {
  const nombre = hechos.productos.get(codigo)?.producto.nombre ?? ''
  const explicacion = `El informe que da el libro narra el producto ${codigo}, y en el documento no se encontró.`
  return hallazgoEn(EN_NINGUNA, {
    regla: 'producto-ausente',
    severidad: 'posible',
    texto: '',
    dice: '',
    esperado: `${codigo} ${nombre}`,
    explicacion,
  })
}

function repetido({ codigo, en, texto }: Apertura): HallazgoEnDocumento {
  const explicacion = `El producto ${codigo} ya se había narrado antes.`
  return hallazgoEn(en, { regla: 'producto-repetido', severidad: 'posible', texto, dice: codigo, esperado: '', explicacion })
}

/** A table that has its products in another order than the paragraphs that tell of them: the first that is out of place. */
function enOtroOrden({ leida, rotulo }: ParejaDeTablas, aperturas: readonly Apertura[]): readonly HallazgoEnDocumento[] {
  const filas = leida.rows.flatMap((fila) => {
    const codigo = CODIGO.exec(`${fila[0]?.text.replace(/\.(?=\s)/u, '') ?? ''} `)?.[1]
    return codigo === undefined ? [] : [{ codigo, en: fila[0]?.place ?? leida.place }]
  })
  const suyas = aperturas.map(({ codigo }) => codigo).filter((codigo) => filas.some((f) => f.codigo === codigo))
  const enTabla = filas.filter(({ codigo }) => suyas.includes(codigo))
  const primera = enTabla.findIndex(({ codigo }, i) => codigo !== suyas[i])
  const fila = enTabla[primera]
  if (fila === undefined || suyas.length !== enTabla.length || new Set(suyas).size !== suyas.length) return []
  return [
    hallazgoEn(fila.en, {
      regla: 'orden-de-productos',
      severidad: 'posible',
      texto: rotulo === null ? '' : `${rotulo.label} ${rotulo.number}. ${rotulo.text}`,
      dice: enTabla.map(({ codigo }) => codigo).join(', '),
      esperado: suyas.join(', '),
      explicacion: `La tabla trae sus productos en otro orden que los párrafos que los narran; el primero distinto es el ${fila.codigo}.`,
    }),
  ]
}
