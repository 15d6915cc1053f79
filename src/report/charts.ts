/** The charts as data: products by state, of the whole policy's goals and of each sector. States in fixed order, zeros kept. */
import type { IndicadoresGrupo } from '../indicators/index.js'
import { porcentajeEntero, proporcion } from '../indicators/index.js'
import type { Estado, Libro } from '../model/index.js'
import { COLORES, ESTADOS } from '../model/index.js'
import { conMayuscula, contado, entero, identificador, porcentajeDe } from './format.js'
import type { GraficaDeEstados } from './report.js'
import { rango } from './tables/semaforo.js'

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
  const etiquetas = estados.map((e) => etiqueta(e, libro))
  const valores = estados.map((e) => cuenta(e, grupo))
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

function minuscula(texto: string): string {
  return texto.charAt(0).toLowerCase() + texto.slice(1)
}

/** The label without the name of the colour, for where the colour stands beside it: `75 % o más`, `sin meta en 2023`. */
export function etiquetaCorta(estado: Estado, libro: Libro): string {
  const suyo = libro.semaforo.find((r) => r.color === estado)
  return suyo === undefined ? minuscula(etiqueta(estado, libro)) : rango(suyo)
}

function etiqueta(estado: Estado, { semaforo, politica }: Libro): string {
  if (estado === 'sin-meta') return `Sin meta en ${politica.vigencia}`
  if (estado === 'cumplido') return `Cumplidos antes de ${politica.vigencia}`
  const suyo = semaforo.find((r) => r.color === estado)
  return suyo === undefined ? estado : `${conMayuscula(estado)}: ${rango(suyo)}`
}

function cuenta(estado: Estado, grupo: IndicadoresGrupo): number {
  const cuentas: Record<Estado, number> = {
    verde: grupo.verde,
    amarillo: grupo.amarillo,
    rojo: grupo.rojo,
    'sin-meta': grupo.sinMeta,
    cumplido: grupo.cumplidos,
  }
  return cuentas[estado]
}
