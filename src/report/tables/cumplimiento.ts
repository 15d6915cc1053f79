/** The compliance table of a sector: accumulated and of the vigencia, what was promised beside what was achieved. */
import type { Fraction, Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { restaImpresaDifiere } from '../../indicators/index.js'
import type { CampoProducto, Libro } from '../../model/index.js'
import { mesDelCorte, tramoAcumulado } from '../corte.js'
import { cantidad, cifrasDeProducto } from '../figures.js'
import { identificador, periodo } from '../format.js'
import { estadoEnTabla } from '../phrases.js'
import type { CeldaTabla, Tabla } from '../report.js'
import { conSenal, figura, tabla, texto } from './tabla.js'

type Sector = Indicadores['sectores'][number]

export function idCumplimiento(sector: string): string {
  return `cumplimiento-${identificador(sector)}`
}

export function cumplimientoDeSector(libro: Libro, sector: Sector): Tabla {
  const { vigencia } = libro.politica
  const { metaAcumulada, logroAcumulado, logro } = titulos(libro)
  const enCurso = libro.corte !== null
  const monto = (p: IndicadoresProducto, campo: CampoProducto, f: Fraction | null) => celdaDeMonto(libro, p, campo, f)
  return tabla<IndicadoresProducto>({
    id: idCumplimiento(sector.nombre),
    columnas: [
      {
        titulo: 'Producto',
        alinear: 'izquierda',
        ancho: 4.8,
        celda: ({ producto }) => ({ ...texto(producto.nombre), codigo: producto.codigo }),
      },
      { titulo: metaAcumulada, alinear: 'derecha', ancho: 1.35, celda: (p) => monto(p, 'meta acumulada', p.metaAcumulada) },
      {
        titulo: logroAcumulado,
        alinear: 'derecha',
        ancho: 1.35,
        celda: (p) => conSenal(monto(p, 'logro acumulado', p.logroAcumulado), p.balance === 'rezago'),
      },
      { titulo: `Meta ${vigencia}`, alinear: 'derecha', ancho: 1.15, celda: (p) => monto(p, 'meta', p.metaVigencia) },
      {
        titulo: logro,
        alinear: 'derecha',
        ancho: 1.25,
        celda: (p) => conSenal(monto(p, 'logro', p.logroVigencia), !enCurso && (p.cumplimiento?.lt(1) ?? false)),
      },
      ...(enCurso
        ? [{ titulo: 'Avance de la meta', alinear: 'derecha' as const, ancho: 1.1, celda: (p: IndicadoresProducto) => avance(libro, p) }]
        : []),
    ],
    filas: sector.productos,
    // Before the year ends the difference is not printed.
    notas: enCurso ? hastaOtroPeriodo(libro, sector) : resta(sector),
  })
}

/** Where the printed figures of the sector do not add up, why. */
function resta({ grupo }: Sector): Tabla['notas'] {
  return restaImpresaDifiere(grupo)
    ? [
        [
          'El avance, lo planeado y su diferencia se redondean por separado; por eso la resta de los dos primeros puede apartarse de ella en un punto.',
        ],
      ]
    : []
}

/** Titles of the columns. Before the year ends, its goal is the one at its end, and what was achieved counts up to a month. */
function titulos(libro: Libro) {
  const { corte, politica } = libro
  const { inicio, vigencia } = politica
  const tramo = tramoAcumulado(libro)
  const anios = inicio === vigencia ? String(vigencia) : `${inicio}–${vigencia}`
  return {
    metaAcumulada: `Meta acumulada ${anios}`,
    logroAcumulado: `Logro acumulado ${tramo}`,
    logro: corte === null ? `Logro ${vigencia}` : `Logro ${vigencia} a ${mesDelCorte(corte)}`,
  }
}

/** How much of the goal of the year was achieved by now; of one without a report, nothing is known. */
function avance(libro: Libro, p: IndicadoresProducto): CeldaTabla {
  const cifra = cifrasDeProducto(libro, p).cumplimiento
  return p.logroVigencia === null || p.cumplimiento === null ? { valor: null, texto: '–', origen: cifra.origen } : figura(cifra)
}

/** The products whose last period that counts ended before the cut, with that period. */
function hastaOtroPeriodo(libro: Libro, { productos }: Sector): Tabla['notas'] {
  const otros = productos.flatMap(({ producto }) => {
    const hasta = producto.avances.get(libro.politica.vigencia)?.hasta ?? null
    return hasta === null ? [] : [`${producto.codigo}, hasta ${periodo(hasta)}`]
  })
  return otros.length === 0 ? [] : [[`Cuentan hasta otro periodo: ${otros.join('; ')}.`]]
}

/** An amount, or why there is none: a product that has not begun or has ended says so; one without a report has a dash. */
function celdaDeMonto(libro: Libro, p: IndicadoresProducto, campo: CampoProducto, f: Fraction | null): CeldaTabla {
  const { valor, origen } = cifrasDeProducto(libro, p)[campo]
  if (f !== null) return { valor, texto: cantidad(f, p.producto), origen }
  const deLaVigencia = campo === 'meta' || campo === 'logro'
  const sinMeta = p.situacion !== 'con-meta' && (deLaVigencia || p.situacion === 'no-iniciado')
  return { valor: null, texto: sinMeta ? estadoEnTabla(p) : '–', origen }
}
