/** The prose that people changed in a Word report, as what each cell of its workbook should say; and what cannot go there, with its reason. */
import { type Documento, originHash, printedHash, typedHash } from '../document/index.js'
import type { Prosa } from '../model/index.js'
import type { TextoConFormato } from '../readers/index.js'
import { type Apartado, lugarDe } from './apartado.js'
import { cifrasDe, marcasPorParrafo } from './cifras.js'
import { type Cambio, type Cotejado, cotejar } from './cotejar.js'
import { type Fuera, fueraDeProsa } from './fuera.js'
import type { Texto } from './piezas.js'
import { ajustado, impresionDe, type Rango, rangosDe, textoDeParrafo } from './rangos.js'
import { LLAMADA, llano, type Nombrada } from './unidades.js'

/** A cell that should say something else. */
export interface Incorporado {
  readonly prosa: Prosa
  /** All of the cell, in Markdown. */
  readonly texto: string
  /** The paragraphs that changed. */
  readonly cambios: readonly Cambio[]
}

export interface Incorporacion {
  readonly incorporados: readonly Incorporado[]
  readonly apartados: readonly Apartado[]
}

export interface EntradaDeIncorporacion {
  /** The report that people edited. */
  readonly leido: TextoConFormato
  /** The report that the workbook gives now. */
  readonly edicion: TextoConFormato
  /** The tree of that report. */
  readonly documento: Documento
  readonly prosas: readonly Prosa[]
  /** The figure that prose may ask for by a name; null for a name of none. */
  readonly nombrada: (nombre: string) => Nombrada | null
}

/** A document without a mark of typed prose: nothing tells which cell any of it is from. */
export class SinMarcas extends Error {
  override readonly name = 'SinMarcas'

  constructor() {
    super(
      'El documento no trae las marcas que dicen de qué celda viene cada texto: se hizo con una versión anterior del programa, o se guardó con otro que las quita. Haga el informe otra vez y pase los cambios a ese Word.',
    )
  }
}

/**
 * Finds what people changed. Pure.
 * @throws SinMarcas
 */
export function incorporar({ leido, edicion, documento, prosas, nombrada }: EntradaDeIncorporacion): Incorporacion {
  const cifras = cifrasDe(documento)
  const debido: Texto = { leido: edicion, marcas: marcasPorParrafo(edicion, cifras), rangos: rangosDe(edicion) }
  const debidos = new Map(debido.rangos.map((rango) => [impresionDe(rango), rango]))
  const marcados = rangosDe(leido)
  if (marcados.length === 0) throw new SinMarcas()
  const rangos = marcados.map((rango) => {
    const suyo = debidos.get(impresionDe(rango))
    return suyo === undefined ? rango : ajustado(rango, suyo, leido.paragraphs)
  })
  const suyo: Texto = { leido, marcas: marcasPorParrafo(leido, cifras), rangos }
  const fuera = fueraDeProsa(suyo, debido, cifras)
  const celdas = new Map(prosas.map((prosa) => [originHash({ sheet: prosa.hoja, key: prosa.clave, column: prosa.columna }), prosa]))
  const sinEditar = new Set(rangos.filter((rango, i) => comoSalio(leido, [rango, marcados[i] ?? rango])).map(impresionDe))
  const alDia = rangos.every(({ nombre }) => nombre.typed === typedHash(celdas.get(nombre.origin)?.texto ?? ''))

  const cotejados: Cotejado[] = []
  const apartados: Apartado[] = [...fuera.apartados]
  for (const rango of [...rangos, ...perdidos(fuera, debidos, leido)]) {
    const esperado = debidos.get(impresionDe(rango))
    const prosa = celdas.get(rango.nombre.origin)
    const solo = sinEditar.has(impresionDe(rango)) && !fuera.pegados.has(impresionDe(rango))
    const vigente =
      prosa !== undefined && esperado !== undefined && rango.nombre.typed === esperado.nombre.typed && (rango.marcado || alDia)
    // As it came out of a workbook that has changed since: nobody edited it.
    if (solo && (!vigente || rango.nombre.printed !== esperado.nombre.printed)) continue
    if (!vigente) apartados.push(enConflicto(rango, prosa, leido))
    else cotejados.push(cotejar({ suyo, debido, rango, esperado, prosa, fuera, cifras, nombrada }))
  }
  for (const perdido of debido.rangos) {
    const prosa = celdas.get(perdido.nombre.origin)
    const hallado = rangos.some((rango) => impresionDe(rango) === impresionDe(perdido)) || fuera.recuperados.has(impresionDe(perdido))
    if (prosa !== undefined && !hallado) apartados.push(sinTexto(prosa))
  }
  const { unicos, repetidos } = porCelda(cotejados)
  return {
    incorporados: unicos,
    apartados: enOrden([...apartados, ...cotejados.flatMap(({ apartados: suyos }) => suyos), ...repetidos]),
  }
}

/** Whether its words are those that it came out with: within its mark, or where it should stand. */
function comoSalio(leido: TextoConFormato, rangos: readonly Rango[]): boolean {
  return rangos.some(({ nombre, primero, ultimo, desde, hasta }) => {
    const textos = leido.paragraphs.slice(primero, ultimo + 1).map(textoDeParrafo)
    textos[textos.length - 1] = textos.at(-1)?.slice(0, hasta) ?? ''
    textos[0] = textos[0]?.slice(desde) ?? ''
    return printedHash(textos.join('').replaceAll(LLAMADA, '')) === nombre.printed
  })
}

/** Stretches whose mark is gone, where their words were found anyway. */
function perdidos({ recuperados }: Fuera, debidos: ReadonlyMap<string, Rango>, { paragraphs }: TextoConFormato) {
  return [...recuperados].flatMap(([impresion, { parrafos, desde }]) => {
    const [esperado, primero, ultimo] = [debidos.get(impresion), parrafos[0], parrafos.at(-1)]
    if (esperado === undefined || primero === undefined || ultimo === undefined) return []
    const hasta = textoDeParrafo(paragraphs[ultimo]).length
    return [{ ...esperado, primero, ultimo, desde, hasta, marcado: false }]
  })
}

function enConflicto(rango: Rango, prosa: Prosa | undefined, { paragraphs }: TextoConFormato): Apartado {
  const textos = paragraphs.slice(rango.primero, rango.ultimo + 1).map((parrafo) => llano(textoDeParrafo(parrafo)))
  const explicacion =
    prosa === undefined
      ? 'El libro ya no tiene ese texto, o las plantillas ya no lo imprimen.'
      : !rango.marcado
        ? `El texto de ${prosa.celda} se escribió de nuevo sin su marca, y otros del libro cambiaron después de hacer el documento: no se sabe si este también. Decida cuál queda. El libro dice «${llano(prosa.texto)}».`
        : `${prosa.celda} cambió en el libro después de hacer el documento, que también se editó: decida cuál queda. El libro dice ahora «${llano(prosa.texto)}».`
  return {
    motivo: 'conflicto',
    lugar: lugarDe(paragraphs, rango.primero),
    celda: prosa?.celda ?? null,
    texto: textos.filter((texto) => texto !== '').join(' '),
    explicacion,
  }
}

function sinTexto({ celda }: Prosa): Apartado {
  const explicacion = `El texto de ${celda} no está en el documento: se borró, o se escribió otro en otro lugar. Si ya no va, bórrelo en la celda.`
  return { motivo: 'sin-texto', lugar: 'libro', celda, texto: '', explicacion }
}

/** A text that is printed twice may be edited in one of its places, or alike in both. */
function porCelda(cotejados: readonly Cotejado[]) {
  const unicos: Incorporado[] = []
  const repetidos: Apartado[] = []
  for (const celda of new Set(cotejados.map(({ prosa }) => prosa.celda))) {
    const suyos = cotejados.filter(({ prosa, texto }) => prosa.celda === celda && texto !== null)
    const [primero] = suyos
    if (primero === undefined || primero.texto === null) continue
    if (new Set(suyos.map(({ texto }) => texto)).size === 1)
      unicos.push({ prosa: primero.prosa, texto: primero.texto, cambios: primero.cambios })
    else
      repetidos.push({
        motivo: 'dos-maneras',
        lugar: primero.lugar,
        celda,
        texto: suyos.map(({ texto }) => `«${llano(texto ?? '')}»`).join(' / '),
        explicacion: `${celda} se imprime en varios lugares y se editó de maneras distintas: déjelos iguales.`,
      })
  }
  return { unicos, repetidos }
}

/** In the order of the document; what is nowhere in it, last. */
function enOrden(apartados: readonly Apartado[]): readonly Apartado[] {
  const numero = ({ lugar }: Apartado) => Number(/\d+/u.exec(lugar)?.[0] ?? Number.POSITIVE_INFINITY)
  return apartados.toSorted((a, b) => numero(a) - numero(b))
}
