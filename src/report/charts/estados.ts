/** Products by state, of the whole policy's goals and of each sector. States in fixed order, zeros kept. */
import type { IndicadoresGrupo } from '../../indicators/index.js'
import { porcentajeEntero, proporcion } from '../../indicators/index.js'
import type { Estado, Libro } from '../../model/index.js'
import { COLORES, ESTADOS } from '../../model/index.js'
import { contado, entero, identificador, porcentajeDe } from '../format.js'
import type { GraficaDeEstados } from '../report.js'
import { cuentaDeEstado, etiquetaDeEstado, minuscula } from './nombres.js'

export const ID_GRAFICA_POLITICA = 'cumplimiento-de-las-metas'

export function idGraficaDeSector(sector: string): string {
  return `estado-${identificador(sector)}`
}

/** Compliance of all goals by range, with counts and their share of the goals of the vigencia. */
export function graficaDePolitica(libro: Libro, grupo: IndicadoresGrupo): GraficaDeEstados {
  return grafica(ID_GRAFICA_POLITICA, libro, grupo, COLORES, (n) => {
    const parte = proporcion(n, grupo.conMeta)
    return parte === null ? entero(n) : `${entero(n)} (${porcentajeDe(porcentajeEntero(parte))})`
  })
}

export function graficaDeSector(libro: Libro, sector: string, grupo: IndicadoresGrupo): GraficaDeEstados {
  return grafica(idGraficaDeSector(sector), libro, grupo, ESTADOS, entero)
}

function grafica(
  id: string,
  libro: Libro,
  grupo: IndicadoresGrupo,
  estados: readonly Estado[],
  rotulo: (n: number) => string,
): GraficaDeEstados {
  const etiquetas = estados.map((e) => etiquetaDeEstado(e, libro))
  const valores = estados.map((e) => cuentaDeEstado(e, grupo))
  const rotulos = valores.map(rotulo)
  return {
    tipo: 'estados',
    id,
    estados,
    etiquetas,
    series: [{ nombre: 'Productos', valores, rotulos }],
    textoAlternativo: `Barras con el número de productos por estado: ${etiquetas.map((e, i) => `${minuscula(e)}, ${rotulos[i] ?? ''}`).join('; ')}. ${
      estados.length < ESTADOS.length
        ? `En total, ${contado(entero(grupo.conMeta), 'producto', 'productos')} con meta.`
        : `En total, ${contado(entero(grupo.productos), 'producto', 'productos')}.`
    }`,
  }
}
