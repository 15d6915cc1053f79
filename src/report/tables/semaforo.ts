/** The ranges of the semáforo, and the objetivos by range. */
import type { Indicadores } from '../../indicators/index.js'
import type { CampoGrupo, Libro, RangoSemaforo } from '../../model/index.js'
import { COLORES } from '../../model/index.js'
import { cifrasDeGrupo } from '../figures.js'
import { conMayuscula, porcentajeDe } from '../format.js'
import type { Tabla } from '../report.js'
import { nombreDeObjetivo } from './productos.js'
import { cuentaConGuion, figura, tabla, texto } from './tabla.js'

/** `75 % o más`, `51 % a 74 %`, `50 % o menos`. */
export function rango({ desde, hasta }: RangoSemaforo): string {
  if (hasta === null) return `${porcentajeDe(desde)} o más`
  return desde === 0 ? `${porcentajeDe(hasta)} o menos` : `${porcentajeDe(desde)} a ${porcentajeDe(hasta)}`
}

export function rangosDelSemaforo(libro: Libro): Tabla {
  return tabla({
    id: 'semaforo',
    columnas: [
      { titulo: 'Color', alinear: 'izquierda', ancho: 1, celda: (r) => texto(conMayuscula(r.color)) },
      { titulo: 'Cumplimiento de la meta de la vigencia', alinear: 'izquierda', ancho: 2, celda: (r) => texto(rango(r)) },
    ],
    filas: libro.semaforo,
  })
}

export function objetivosPorRango(libro: Libro, indicadores: Indicadores): Tabla {
  const campos: readonly { campo: CampoGrupo; titulo: string }[] = [
    ...COLORES.flatMap((color) => {
      const suyo = libro.semaforo.find((r) => r.color === color)
      return suyo === undefined ? [] : [{ campo: color, titulo: rango(suyo) }]
    }),
    { campo: 'sin meta', titulo: 'Sin meta' },
    { campo: 'cumplidos', titulo: 'Cumplidos' },
  ]
  const politica = cifrasDeGrupo(libro, indicadores.politica, 'política', indicadores.productos)
  return tabla({
    id: 'objetivos-por-rango',
    columnas: [
      { titulo: 'Objetivo específico', alinear: 'izquierda', ancho: 4.4, celda: (o) => texto(nombreDeObjetivo(libro.objetivos, o.numero)) },
      { titulo: 'Total', alinear: 'derecha', ancho: 0.9, celda: (o) => figura(o.cifras.productos) },
      ...campos.map(({ campo, titulo }) => ({
        titulo,
        alinear: 'derecha' as const,
        ancho: 1.1,
        celda: (o: { cifras: ReturnType<typeof cifrasDeGrupo> }) => cuentaConGuion(o.cifras[campo]),
      })),
    ],
    filas: indicadores.objetivos.map((o) => ({
      numero: o.numero,
      cifras: cifrasDeGrupo(libro, o.grupo, `objetivo ${o.numero}`, o.productos),
    })),
    total: [texto('Total'), figura(politica.productos), ...campos.map(({ campo }) => cuentaConGuion(politica[campo]))],
  })
}
