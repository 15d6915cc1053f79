/** A workbook cut at a period of its vigencia, as somebody asks for it, and what of its prose does not hold then. */
import { alCorte, hayAvancesHasta } from '../indicators/index.js'
import {
  cierraElAnio,
  codigoDePeriodo,
  type Libro,
  normalizarNombre,
  PERIODOS_DEL_ANIO,
  type Periodo,
  type Prosa,
  prosasDe,
} from '../model/index.js'
import { lista } from '../report/index.js'
import { periodoDe } from '../workbook/index.js'
import type { Problema } from './problems.js'
import { PedidoInvalido } from './seleccion.js'

/** A cut workbook, and what was left out of its prose. */
export interface Cortado {
  readonly libro: Libro
  readonly avisos: readonly Problema[]
}

/**
 * The workbook as it stood when the period ended; as it is, where no period is asked for, or the last one of the year: then the year has
 * ended too, and its report is the whole one.
 * @throws PedidoInvalido with what there is, where the period is none of the vigencia, comes after Fecha de corte, or nothing in the
 * workbook counts up to it
 */
export function cortar(libro: Libro, pedido: string | null): Cortado {
  if (pedido === null) return { libro, avisos: [] }
  const periodo = periodoPedido(libro, pedido)
  if (cierraElAnio(periodo)) return { libro, avisos: [] }
  const cortado = alCorte(libro, periodo)
  const { fechaCorte, celdas, vigencia } = libro.politica
  if (cortado.politica.fechaCorte > fechaCorte)
    throw new PedidoInvalido(
      `El corte ${pedido} va hasta ${cortado.politica.fechaCorte} y el libro cuenta lo reportado hasta ${fechaCorte} (${celdas['Fecha de corte'] ?? 'Política'}): pida un periodo anterior o corrija esa fecha.`,
    )
  if (!hayAvancesHasta(libro, periodo))
    throw new PedidoInvalido(`En Avances no hay nada reportado por periodos de ${vigencia} hasta ${pedido}${loQueHay(libro)}.`)
  return sinClases(cortado)
}

function periodoPedido({ politica: { vigencia } }: Libro, pedido: string): Periodo {
  const suyo = periodoDe(pedido)
  if (suyo === null || suyo.anio !== vigencia)
    throw new PedidoInvalido(`«${pedido}» no es un periodo de la vigencia del libro, ${vigencia}; están ${lista(cortesDe(vigencia))}.`)
  return suyo.periodo
}

const TIPOS = Object.keys(PERIODOS_DEL_ANIO) as Periodo['tipo'][]

/** `2025-S1 y 2025-S2`, `2025-T1 a 2025-T4`…: the periods of a year. */
function cortesDe(vigencia: number): readonly string[] {
  const nombre = (tipo: Periodo['tipo'], numero: number) => `${vigencia}-${codigoDePeriodo({ tipo, numero })}`
  return TIPOS.map((tipo) => `${nombre(tipo, 1)} a ${nombre(tipo, PERIODOS_DEL_ANIO[tipo])}`)
}

/** The first period that something is reported of, in words; where there is none, how to have one. */
function loQueHay({ productos, politica: { vigencia } }: Libro): string {
  const periodos = productos.flatMap((p) => p.avances.get(vigencia)?.periodos.map(({ periodo }) => periodo) ?? [])
  const nombres = new Set(periodos.map((periodo) => `${vigencia}-${codigoDePeriodo(periodo)}`))
  return nombres.size === 0
    ? `: agregue columnas como ${vigencia}-T1, que dicen lo logrado en cada periodo`
    : `; hay de ${lista([...nombres].toSorted())}`
}

/** Figures that only a year that has ended has: a colour, or how far a thing is from what was due. */
const DEL_CIERRE = new Set(['semaforo', 'verde', 'amarillo', 'rojo', 'balance', 'diferencia'])

/** Without the paragraphs that name a figure of a year's end, each told. */
function sinClases(libro: Libro): Cortado {
  const avisos: Problema[] = []
  const limpia = (prosa: Prosa): Prosa | null => {
    const parrafos = prosa.texto.split(/\n[ \t]*\n/u)
    const quedan = parrafos.filter((parrafo) => !nombraUnCierre(parrafo))
    if (quedan.length === parrafos.length) return prosa
    avisos.push(avisoDeParrafos(prosa, parrafos.length - quedan.length))
    return quedan.length === 0 ? null : { ...prosa, texto: quedan.join('\n\n') }
  }
  const limpias = new Map(prosasDe(libro).map((prosa) => [prosa, limpia(prosa)] as const))
  const de = (prosa: Prosa | null) => (prosa === null ? null : (limpias.get(prosa) ?? null))
  return {
    libro: {
      ...libro,
      textos: new Map(
        [...libro.textos].flatMap(([clave, texto]) => {
          const suyo = de(texto)
          return suyo === null ? [] : [[clave, { ...texto, ...suyo }] as const]
        }),
      ),
      objetivos: libro.objetivos.map((o) => ({ ...o, conclusiones: de(o.conclusiones) })),
      sectores: libro.sectores.map((s) => ({ ...s, conclusiones: de(s.conclusiones) })),
      productos: libro.productos.map((p) => ({
        ...p,
        logros: de(p.logros),
        dificultades: de(p.dificultades),
        observaciones: de(p.observaciones),
      })),
    },
    avisos,
  }
}

function nombraUnCierre(parrafo: string): boolean {
  return [...parrafo.matchAll(/\[\[([^\]]*)\]\]/gu)].some(([, nombre = '']) =>
    DEL_CIERRE.has(normalizarNombre(nombre).split(' ').at(-1) ?? ''),
  )
}

function avisoDeParrafos({ celda }: Prosa, cuantos: number): Problema {
  return {
    regla: 'cifra-del-cierre',
    lugar: celda,
    encontrado:
      cuantos === 1 ? 'un párrafo que nombra cifras del cierre del año' : `${cuantos} párrafos que nombran cifras del cierre del año`,
    esperado: 'palabras que valgan antes de que termine: sin color, balance ni diferencia',
    remedio: 'No sale en el seguimiento. Para que salga, escríbalo sin esas cifras.',
  }
}
