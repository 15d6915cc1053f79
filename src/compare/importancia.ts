/** What of a comparison must be known first, in sentences. */
import type { CambioDeCifra, CambioDeClase, Comparacion } from './cambio.js'

/** From best to worst, as the semáforo and the state of a product go. */
const ESCALA = ['cumplido', 'verde', 'amarillo', 'rojo', 'vencido', 'sin-meta', 'no-iniciado', 'con-meta']

/** How a class is said. */
export const enPalabras = (clase: string): string => (clase === 'sobre-ejecucion' ? 'sobre-ejecución' : clase.replaceAll('-', ' '))

const caida = ({ antes, despues }: CambioDeClase) => ESCALA.indexOf(despues) - ESCALA.indexOf(antes)

/** Classes that change, the deepest falls first, then the highest climbs. */
export function porGravedad(clases: readonly CambioDeClase[]): readonly CambioDeClase[] {
  return clases.toSorted((a, b) => Number(caida(b) > 0) - Number(caida(a) > 0) || Math.abs(caida(b)) - Math.abs(caida(a)))
}

/** `90 %`, or that there is none. */
export const porciento = (n: number | null) => (n === null ? 'sin cumplimiento' : `${n.toLocaleString('es-CO')} %`)

/** A share as points: with `decimales`, or with one where it is small and not nothing, and none where it is not. */
export function enPuntos(parte: number, decimales?: number): string {
  const puntos = parte * 100
  const pequena = puntos !== 0 && Math.abs(puntos) < 1
  return puntos
    .toFixed(decimales ?? (pequena ? 1 : 0))
    .replace('.', ',')
    .replace('-', '−')
}

/** Beyond these decimals two figures that print the same are told as the same. */
const MAS_DECIMALES = 4

/** Two values in words, with as many decimals as it takes to tell one from the other: what is said to change must not read the same. */
export function distinguidos<T>(antes: T, despues: T, decir: (valor: T, decimales?: number) => string): readonly [string, string] {
  const dichos = [undefined, ...Array.from({ length: MAS_DECIMALES }, (_, i) => i + 1)].map(
    (decimales) => [decir(antes, decimales), decir(despues, decimales)] as const,
  )
  return dichos.find(([a, b]) => a !== b) ?? dichos[0] ?? [decir(antes), decir(despues)]
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

/** The groups whose avance moves most, the policy first; of two that move alike, a sector before an objetivo. */
function deGrupos(cifras: readonly CambioDeCifra[]): readonly string[] {
  const movidos = cifras.filter(({ campo, codigo }) => campo === 'avance' && codigo === undefined)
  const tamano = ({ antes, despues }: CambioDeCifra) => Math.abs(Number(despues) - Number(antes))
  return movidos
    .toSorted(
      (a, b) =>
        Number(esPolitica(b)) - Number(esPolitica(a)) ||
        tamano(b) - tamano(a) ||
        Number(b.sector !== undefined) - Number(a.sector !== undefined),
    )
    .map((c) => {
      const [antes, despues] = distinguidos(Number(c.antes), Number(c.despues), enPuntos)
      return `El avance ${deQuien(c)} pasa de ${antes} % a ${despues} %.`
    })
}

const esPolitica = ({ sector, objetivo }: CambioDeCifra) => sector === undefined && objetivo === undefined

function deQuien({ sector, objetivo }: CambioDeCifra): string {
  if (sector !== undefined) return `del sector ${sector}`
  return objetivo === undefined ? 'de la política' : `del objetivo ${objetivo}`
}
