/** Tables on how many products there are: by sector, by objetivo, by both, by periodicidad. */
import type { Indicadores } from '../../indicators/index.js'
import type { Libro, Objetivo } from '../../model/index.js'
import { PERIODICIDADES } from '../../model/index.js'
import { cifrasDeGrupo, cuentaDe } from '../figures.js'
import { sinPunto } from '../format.js'
import type { Tabla } from '../report.js'
import { cuentaConGuion, figura, tabla, texto } from './tabla.js'

const TOTAL = texto('Total')

export function productosPorSector(libro: Libro, indicadores: Indicadores): Tabla {
  return tabla({
    id: 'productos-por-sector',
    columnas: [
      { titulo: 'Sector', alinear: 'izquierda', ancho: 4, celda: (s) => texto(s.nombre) },
      {
        titulo: 'Productos',
        alinear: 'derecha',
        ancho: 1,
        celda: (s) => figura(cifrasDeGrupo(libro, s.grupo, s.nombre, s.productos).productos),
      },
    ],
    filas: indicadores.sectores,
    total: [TOTAL, figura(cifrasDeGrupo(libro, indicadores.politica, 'política', indicadores.productos).productos)],
  })
}

export function productosPorObjetivo(libro: Libro, indicadores: Indicadores): Tabla {
  return tabla({
    id: 'productos-por-objetivo',
    columnas: [
      { titulo: 'Objetivo específico', alinear: 'izquierda', ancho: 5, celda: (o) => texto(nombreDeObjetivo(libro.objetivos, o.numero)) },
      {
        titulo: 'Productos',
        alinear: 'derecha',
        ancho: 1,
        celda: (o) => figura(cifrasDeGrupo(libro, o.grupo, `objetivo ${o.numero}`, o.productos).productos),
      },
    ],
    filas: indicadores.objetivos,
    total: [TOTAL, figura(cifrasDeGrupo(libro, indicadores.politica, 'política', indicadores.productos).productos)],
  })
}

export function productosPorSectorYObjetivo(libro: Libro, indicadores: Indicadores): Tabla {
  const { objetivos, sectores, politica, productos } = indicadores
  return tabla({
    id: 'productos-por-sector-y-objetivo',
    columnas: [
      { titulo: 'Sector', alinear: 'izquierda', ancho: 4, celda: (s) => texto(s.nombre) },
      ...objetivos.map(({ numero }) => ({
        titulo: `Obj. ${numero}`,
        alinear: 'derecha' as const,
        ancho: 1,
        celda: (s: Indicadores['sectores'][number]) => cuentaConGuion(cuentaDe(s.productos.filter((p) => p.producto.objetivo === numero))),
      })),
      {
        titulo: 'Total',
        alinear: 'derecha',
        ancho: 1,
        celda: (s) => figura(cifrasDeGrupo(libro, s.grupo, s.nombre, s.productos).productos),
      },
    ],
    filas: sectores,
    total: [
      TOTAL,
      ...objetivos.map((o) => figura(cifrasDeGrupo(libro, o.grupo, `objetivo ${o.numero}`, o.productos).productos)),
      figura(cifrasDeGrupo(libro, politica, 'política', productos).productos),
    ],
  })
}

export function productosPorPeriodicidad(libro: Libro, indicadores: Indicadores): Tabla {
  const filas = PERIODICIDADES.map((periodicidad) => ({
    periodicidad,
    productos: indicadores.productos.filter((p) => p.producto.periodicidad === periodicidad),
  })).filter(({ productos }) => productos.length > 0)
  return tabla({
    id: 'productos-por-periodicidad',
    columnas: [
      { titulo: 'Periodicidad del indicador', alinear: 'izquierda', ancho: 4, celda: (f) => texto(f.periodicidad) },
      { titulo: 'Productos', alinear: 'derecha', ancho: 1, celda: (f) => figura(cuentaDe(f.productos)) },
    ],
    filas,
    total: [TOTAL, figura(cifrasDeGrupo(libro, indicadores.politica, 'política', indicadores.productos).productos)],
  })
}

/** `2. Ampliar condiciones…`, without a final point. */
export function nombreDeObjetivo(objetivos: readonly Objetivo[], numero: number): string {
  const enunciado = objetivos.find((o) => o.numero === numero)?.enunciado ?? ''
  return `${numero}. ${sinPunto(enunciado)}`
}
