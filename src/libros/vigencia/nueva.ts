/** The workbook of the next year, from that of this one. */
import type { Libro } from '../../model/index.js'
import type { Tabla } from '../../workbook/index.js'
import { celdaDeTexto } from '../celda.js'
import { hojasDeTablas } from '../de-tablas.js'
import { esquema } from '../esquema.js'
import type { Hoja } from '../hoja.js'
import { celdaNueva } from '../tablas.js'
import { comoTermino, type Decision, decisionesDe, termino } from './decisiones.js'
import { avancesHasta, conCampos, conColumnaVacia, conFila, dice, fecha, numero, sinFilas } from './tablas.js'

/** A year of follow-up that begins. */
export interface CambioDeVigencia {
  /** The workbook, without errors, and the tables that it is made of. */
  readonly libro: Libro
  readonly tablas: readonly Tabla[]
  /** The new year: after that of the workbook, within the plan. */
  readonly vigencia: number
  /** Codes of the products that have reached their final goal. */
  readonly cumplidos: ReadonlySet<string>
  /** Names of the sheets that the workbook has besides those tables. */
  readonly ajenas: readonly string[]
  /** For the row of `Registro`: the day, who does it, and the file that it comes from. */
  readonly registro: { readonly fecha: string; readonly quien: string; readonly archivo: string }
}

/**
 * Products, goals and every achievement go on, with columns for the new year; what was told of the former one (reports, events, texts,
 * conclusions, findings accepted) is emptied, and the keys of `Textos` stay; products that have ended are marked; what needs a decision is
 * listed, in `Instrucciones` too.
 */
export function hojasDeNuevaVigencia(cambio: CambioDeVigencia): {
  readonly hojas: readonly Hoja[]
  readonly decisiones: readonly Decision[]
} {
  const { libro, vigencia, cumplidos, ajenas } = cambio
  const { inicio, fin } = libro.politica
  const plan = { inicio, fin, vigencia }
  const vestidas = hojasDeTablas(
    conRegistro(
      cambio.tablas.map((tabla) => tablaNueva(tabla, cambio)),
      cambio,
    ),
    plan,
  )
  const hojas = vestidas.map((hoja) => conMarcas(hoja, cambio))
  const decisiones = decisionesDe({ libro, vigencia, hojas, cumplidos, ajenas })
  return { hojas: hojas.map((hoja) => (hoja.nombre === 'Instrucciones' ? conPendientes(hoja, vigencia, decisiones) : hoja)), decisiones }
}

function tablaNueva(tabla: Tabla, { libro, vigencia }: CambioDeVigencia): Tabla {
  const { politica, productos } = libro
  switch (tabla.hoja) {
    case 'Política':
      return conCampos(tabla, {
        Vigencia: numero(vigencia),
        'Fecha de corte': fecha(enOtroAnio(politica.fechaCorte, vigencia - politica.vigencia)),
        'Año de publicación': numero(politica.anioPublicacion + vigencia - politica.vigencia),
      })
    case 'Objetivos':
    case 'Sectores':
      return conColumnaVacia(tabla, 'Conclusiones')
    case 'Textos':
      return conColumnaVacia(tabla, 'Texto')
    case 'Avances': {
      const siguen = productos.filter((p) => !termino(p, vigencia) && p.inicio <= vigencia)
      return avancesHasta(
        tabla,
        politica.vigencia,
        vigencia,
        siguen.map(({ codigo }) => codigo),
      )
    }
    case 'Reportes':
    case 'Capacitaciones':
    case 'Jornadas':
    case 'Reuniones':
    case 'Auditoría':
      return sinFilas(tabla)
    default:
      return tabla
  }
}

/** The same day so many years later; 29 February is the 28th where there is none. */
function enOtroAnio(iso: string, anios: number): string {
  const [anio = '', mes = '', dia = ''] = iso.split('-')
  const suyo = Number(anio) + anios
  const ultimo = new Date(Date.UTC(suyo, Number(mes), 0)).getUTCDate()
  return `${suyo}-${mes}-${String(Math.min(Number(dia), ultimo)).padStart(2, '0')}`
}

const REGISTRO = 'Registro'

function conRegistro(tablas: readonly Tabla[], { vigencia, libro, registro }: CambioDeVigencia): readonly Tabla[] {
  const forma = esquema(libro.politica).find(({ nombre }) => nombre === REGISTRO)
  const propia = tablas.find(({ hoja }) => hoja === REGISTRO) ?? {
    hoja: REGISTRO,
    columnas: (forma?.columnas ?? []).map(({ titulo }) => titulo),
    filas: [],
  }
  const con = conFila(propia, {
    Fecha: fecha(registro.fecha),
    Quién: celdaNueva(registro.quien),
    Archivo: celdaNueva(registro.archivo),
    Qué: celdaNueva(`Se abrió la vigencia ${vigencia} con los productos, las metas y los avances del libro de ${libro.politica.vigencia}.`),
  })
  return [...tablas.filter(({ hoja }) => hoja !== REGISTRO), con]
}

/** The rows of products that have ended are only shown, and their codes say how they ended. */
function conMarcas(hoja: Hoja, { libro, vigencia, cumplidos }: CambioDeVigencia): Hoja {
  if (!['Productos', 'Metas', 'Avances'].includes(hoja.nombre)) return hoja
  const lugar = hoja.columnas.findIndex(({ titulo }) => titulo === 'Código')
  const terminados = new Map(libro.productos.filter((p) => termino(p, vigencia)).map((p) => [p.codigo as string, p]))
  return {
    ...hoja,
    filas: hoja.filas.map((fila) => {
      const producto = terminados.get(
        String(fila[lugar]?.valor ?? '')
          .trim()
          .replace(/\.$/u, ''),
      )
      if (producto === undefined) return fila
      const nota = `Este producto ${comoTermino(producto, cumplidos.has(producto.codigo))}.`
      return fila.map((celda, j) => ({ ...celda, aspecto: 'mostrada' as const, ...(j === lugar ? { nota } : {}) }))
    }),
  }
}

/** What a line of `Instrucciones` on something to decide begins with. */
const POR_DECIDIR = 'Por decidir en'

/** `Instrucciones` with what is to be decided now, in place of what was a year ago. */
function conPendientes(hoja: Hoja, vigencia: number, decisiones: readonly Decision[]): Hoja {
  const sinLasDeAntes = hoja.filas.filter(
    ([primera]) => !dice(celdaNueva(String(primera?.valor ?? ''))).startsWith(POR_DECIDIR.toLowerCase()),
  )
  const suyas = decisiones.map(({ lugar, encontrado, remedio }) =>
    hoja.columnas.map((_, j) =>
      celdaDeTexto(
        [`${POR_DECIDIR} ${vigencia}: ${lugar}`, `${encontrado.charAt(0).toUpperCase()}${encontrado.slice(1)}.`, remedio][j] ?? '',
      ),
    ),
  )
  return { ...hoja, filas: [...sinLasDeAntes, ...suyas] }
}
