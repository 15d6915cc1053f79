/** The compliance table of a sector: accumulated and of the vigencia, what was promised beside what was achieved. */
import type { Fraction, Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { restaImpresaDifiere } from '../../indicators/index.js'
import type { CampoProducto, Libro } from '../../model/index.js'
import { cantidad, cifrasDeProducto } from '../figures.js'
import { identificador } from '../format.js'
import { estadoEnTabla } from '../phrases.js'
import type { CeldaTabla, Tabla } from '../report.js'
import { conSenal, tabla, texto } from './tabla.js'

type Sector = Indicadores['sectores'][number]

export function idCumplimiento(sector: string): string {
  return `cumplimiento-${identificador(sector)}`
}

export function cumplimientoDeSector(libro: Libro, sector: Sector): Tabla {
  const { inicio, vigencia } = libro.politica
  const tramo = inicio === vigencia ? String(vigencia) : `${inicio}–${vigencia}`
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
      { titulo: `Meta acumulada ${tramo}`, alinear: 'derecha', ancho: 1.35, celda: (p) => monto(p, 'meta acumulada', p.metaAcumulada) },
      {
        titulo: `Logro acumulado ${tramo}`,
        alinear: 'derecha',
        ancho: 1.35,
        celda: (p) => conSenal(monto(p, 'logro acumulado', p.logroAcumulado), p.balance === 'rezago'),
      },
      { titulo: `Meta ${vigencia}`, alinear: 'derecha', ancho: 1.15, celda: (p) => monto(p, 'meta', p.metaVigencia) },
      {
        titulo: `Logro ${vigencia}`,
        alinear: 'derecha',
        ancho: 1.25,
        celda: (p) => conSenal(monto(p, 'logro', p.logroVigencia), p.cumplimiento?.lt(1) ?? false),
      },
    ],
    filas: sector.productos,
    notas: restaImpresaDifiere(sector.grupo)
      ? [
          [
            'El avance, lo planeado y su diferencia se redondean por separado; por eso la resta de los dos primeros puede apartarse de ella en un punto.',
          ],
        ]
      : [],
  })
}

/** An amount, or why there is none: a product that has not begun or has ended says so; one without a report has a dash. */
function celdaDeMonto(libro: Libro, p: IndicadoresProducto, campo: CampoProducto, f: Fraction | null): CeldaTabla {
  const { valor, origen } = cifrasDeProducto(libro, p)[campo]
  if (f !== null) return { valor, texto: cantidad(f, p.producto), origen }
  const deLaVigencia = campo === 'meta' || campo === 'logro'
  const sinMeta = p.situacion !== 'con-meta' && (deLaVigencia || p.situacion === 'no-iniciado')
  return { valor: null, texto: sinMeta ? estadoEnTabla(p) : '–', origen }
}
