import { exact } from '../exact/index.js'
import type { Libro, Producto } from '../model/index.js'
import { acumulado, avanceDeLaVigencia, avancesQueCuentan, metaDeLaVigencia, metasQueCuentan } from './anualizacion.js'
import { avance } from './avance.js'
import { balanceAcumulado, diferenciaAcumulada } from './balance.js'
import { cumplimiento } from './cumplimiento.js'
import { indicadoresDeGrupo } from './grupo.js'
import type { Indicadores, IndicadoresProducto } from './indicadores.js'
import { porcentajeEntero } from './redondeo.js'
import { semaforo } from './semaforo.js'
import { situacion } from './situacion.js'

/**
 * All figures of the workbook. Pure; exact arithmetic; nothing is rounded but the whole percentage of cumplimiento. Before the year ends
 * nothing is classed: its goals are not due yet. Source: contract, «Computation».
 */
export function calcularIndicadores(libro: Libro): Indicadores {
  const productos = libro.productos.map((p) => indicadoresDeProducto(p, libro))
  const enCurso = libro.corte !== null
  const parte = (de: (p: Producto) => boolean) => {
    const suyos = productos.filter(({ producto }) => de(producto))
    return { grupo: indicadoresDeGrupo(suyos, enCurso), productos: suyos }
  }
  return {
    politica: indicadoresDeGrupo(productos, enCurso),
    productos,
    sectores: libro.sectores
      .map(({ nombre }) => ({ nombre, ...parte((p) => p.sector === nombre) }))
      .filter(({ grupo }) => grupo.productos > 0),
    objetivos: libro.objetivos.map(({ numero }) => ({ numero, ...parte((p) => p.objetivo === numero) })),
  }
}

function indicadoresDeProducto(p: Producto, { politica: { vigencia }, semaforo: rangos, corte }: Libro): IndicadoresProducto {
  const meta = metaDeLaVigencia(p, vigencia)
  const logro = avanceDeLaVigencia(p, vigencia)
  const metaVigencia = meta && exact(meta.valor)
  const logroVigencia = logro && exact(logro.valor)
  const metaAcumulada = acumulado(metasQueCuentan(p, vigencia))
  const logroAcumulado = acumulado(avancesQueCuentan(p, vigencia))
  const metaFinal = exact(p.metaFinal.valor)
  const cumplido = cumplimiento(p, metaVigencia, logroVigencia)
  const porcentaje = cumplido && porcentajeEntero(cumplido)
  const deEntonces = balanceAcumulado(p, metaAcumulada, logroAcumulado)
  return {
    producto: p,
    situacion: situacion(p, vigencia, { metaVigencia, logroAcumulado, metaFinal }),
    metaVigencia,
    logroVigencia,
    cumplimiento: cumplido,
    cumplimientoPorcentaje: porcentaje,
    semaforo: porcentaje === null || corte !== null ? null : semaforo(rangos, porcentaje),
    metaAcumulada,
    logroAcumulado,
    metaFinal,
    diferenciaAcumulada: diferenciaAcumulada(p, metaAcumulada, logroAcumulado),
    balance: deEntonces === null || corte === null ? deEntonces : 'en-curso',
    avance: avance(p, logroAcumulado),
    planeado: avance(p, metaAcumulada),
  }
}
