/** What of a comparison must be known first, in sentences. */
import type { CambioDeCifra, CambioDeClase, Comparacion } from './cambio.js'

/** From best to worst, as the semáforo and the state of a product go. */
const ESCALA = ['cumplido', 'verde', 'amarillo', 'rojo', 'vencido', 'sin-meta', 'no-iniciado', 'con-meta']

/** How a class is said. */
export const enPalabras = (clase: string): string => clase.replaceAll('-', ' ')

const caida = ({ antes, despues }: CambioDeClase) => ESCALA.indexOf(despues) - ESCALA.indexOf(antes)

/** Classes that change, the deepest falls first, then the highest climbs. */
function porGravedad(clases: readonly CambioDeClase[]): readonly CambioDeClase[] {
  return clases.toSorted((a, b) => Number(caida(b) > 0) - Number(caida(a) > 0) || Math.abs(caida(b)) - Math.abs(caida(a)))
}

const porciento = (n: number | null) => (n === null ? 'sin cumplimiento' : `${n.toLocaleString('es-CO')} %`)
/** A share as points, with a decimal where it is small. */
export function enPuntos(parte: number): string {
  const puntos = parte * 100
  return (Math.abs(puntos) < 1 ? puntos.toFixed(1) : String(Math.round(puntos))).replace('.', ',').replace('-', '−')
}

const CUANTAS = 3

/** The three things that matter most; fewer where less changed. */
export function loPrimero({ clases, nuevos, quitados, cifras }: Comparacion): readonly string[] {
  return [
    ...quitados.productos.map((codigo) => `Ya no está el producto ${codigo}.`),
    ...nuevos.productos.map((codigo) => `Hay un producto nuevo: ${codigo}.`),
    ...porGravedad(clases).map(
      ({ codigo, nombre, antes, despues, cumplimiento }) =>
        `${codigo} pasa de ${enPalabras(antes)} a ${enPalabras(despues)} (${porciento(cumplimiento.antes)} → ${porciento(cumplimiento.despues)}): ${nombre}.`,
    ),
    ...deGrupos(cifras),
  ].slice(0, CUANTAS)
}

/** The groups whose avance moves most, the policy first. */
function deGrupos(cifras: readonly CambioDeCifra[]): readonly string[] {
  const movidos = cifras.filter(({ campo, codigo }) => campo === 'avance' && codigo === undefined)
  const tamano = ({ antes, despues }: CambioDeCifra) => Math.abs(Number(despues) - Number(antes))
  return movidos
    .toSorted((a, b) => Number(esPolitica(b)) - Number(esPolitica(a)) || tamano(b) - tamano(a))
    .map((c) => `El avance ${deQuien(c)} pasa de ${enPuntos(Number(c.antes))} % a ${enPuntos(Number(c.despues))} %.`)
}

const esPolitica = ({ sector, objetivo }: CambioDeCifra) => sector === undefined && objetivo === undefined

function deQuien({ sector, objetivo }: CambioDeCifra): string {
  if (sector !== undefined) return `del sector ${sector}`
  return objetivo === undefined ? 'de la política' : `del objetivo ${objetivo}`
}
