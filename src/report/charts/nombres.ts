/** How the charts name the states, and count the products in them. */
import type { IndicadoresGrupo } from '../../indicators/index.js'
import type { Estado, Libro } from '../../model/index.js'
import { conMayuscula } from '../format.js'
import { rango } from '../tables/semaforo.js'

/** With its first letter small, for the middle of a sentence. */
export function minuscula(texto: string): string {
  return texto.charAt(0).toLowerCase() + texto.slice(1)
}

/** The label without the name of the colour, for where the colour stands beside it: `75 % o más`, `sin meta en 2023`. */
export function etiquetaCorta(estado: Estado, libro: Libro): string {
  const suyo = libro.semaforo.find((r) => r.color === estado)
  return suyo === undefined ? minuscula(etiquetaDeEstado(estado, libro)) : rango(suyo)
}

/** The label of a state where its name stands alone: `Verde: 75 % o más`, `Cumplidos antes de 2023`. */
export function etiquetaDeEstado(estado: Estado, { semaforo, politica }: Libro): string {
  if (estado === 'sin-meta') return `Sin meta en ${politica.vigencia}`
  if (estado === 'en-curso') return `Con meta en ${politica.vigencia}, en curso`
  if (estado === 'cumplido') return `Cumplidos antes de ${politica.vigencia}`
  const suyo = semaforo.find((r) => r.color === estado)
  return suyo === undefined ? estado : `${conMayuscula(estado)}: ${rango(suyo)}`
}

/** How many products of a group are in a state. */
export function cuentaDeEstado(estado: Estado, grupo: IndicadoresGrupo): number {
  const cuentas: Record<Estado, number> = {
    verde: grupo.verde,
    amarillo: grupo.amarillo,
    rojo: grupo.rojo,
    'en-curso': grupo.conMeta,
    'sin-meta': grupo.sinMeta,
    cumplido: grupo.cumplidos,
  }
  return cuentas[estado]
}
