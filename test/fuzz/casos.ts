/** A series of mutated workbooks: the same seed and number give the same one, whatever was made before. */
import { unzipSync } from 'fflate'
import { escribirXlsx, FORMA, type Forma, type LibroPlano, libroPlano } from '../un-xlsx.js'
import { escribirZip, type PaqueteZip } from '../un-zip.js'
import { type Azar, azarDe, semillaDe } from './azar.js'
import type { Base } from './bases.js'
import type { Mutacion } from './mutacion.js'
import { DE_BYTES } from './mutar-bytes.js'
import { DE_ESQUEMA, DE_ORDEN, unaForma } from './mutar-esquema.js'
import { DE_VALORES, DE_VALORES_POSIBLES } from './mutar-valores.js'
import { DE_XML, type Partes } from './mutar-xml.js'
import { DE_ZIP } from './mutar-zip.js'

/** Where a workbook is changed. `orden`: only what must change no figure. */
export const NIVELES = ['bytes', 'zip', 'xml', 'valores', 'esquema', 'orden'] as const
export type Nivel = (typeof NIVELES)[number]

/** How often each level is taken, of a hundred: what is refused at the door is tried less. */
const FRECUENCIA: Readonly<Record<Nivel, number>> = { bytes: 9, zip: 14, xml: 25, valores: 23, esquema: 20, orden: 9 }

export interface Caso {
  readonly nivel: Nivel
  readonly base: Base
  /** What was done, in order. */
  readonly mutaciones: readonly string[]
  /** Whether it must give the figures of its base. */
  readonly mismasCifras: boolean
  readonly bytes: Uint8Array
}

/** A case of a series. `cuales`: which of its mutations are done, by place, to find those that matter; all unless told. */
export function casoDe(semilla: number, numero: number, bases: readonly Base[], cuales: readonly number[] | null = null): Caso {
  const azar = azarDe(semillaDe(semilla, numero))
  const nivel = conPeso(NIVELES, (uno) => FRECUENCIA[uno], azar)
  const base = conPeso(bases, ({ peso }) => peso, azar)
  const veces = azar.suerte(0.55) ? 1 : azar.entre(2, 4)
  return { nivel, base, ...hacer(nivel, base, veces, azar, cuales) }
}

function conPeso<T>(cosas: readonly T[], peso: (cosa: T) => number, azar: Azar): T {
  return azar.uno(cosas.flatMap((cosa) => Array<T>(peso(cosa)).fill(cosa)))
}

type Hecho = Pick<Caso, 'mutaciones' | 'mismasCifras' | 'bytes'>

function hacer(nivel: Nivel, base: Base, veces: number, azar: Azar, cuales: readonly number[] | null): Hecho {
  const mutar = <T>(cosa: T, posibles: readonly Mutacion<T>[]) => mutada(cosa, posibles, veces, azar, cuales)
  switch (nivel) {
    case 'bytes': {
      const { cosa, ...resto } = mutar(base.bytes, DE_BYTES)
      return { ...resto, bytes: cosa }
    }
    case 'zip': {
      const entradas = Object.entries(abierto(base.bytes)).map(([nombre, datos]) => ({ nombre, datos }))
      const { cosa, ...resto } = mutar<PaqueteZip>({ entradas }, DE_ZIP)
      return { ...resto, bytes: escribirZip(cosa) }
    }
    case 'xml': {
      const textos = new Map(Object.entries(abierto(base.bytes)).map(([nombre, datos]) => [nombre, new TextDecoder().decode(datos)]))
      const { cosa, ...resto } = mutar<Partes>({ textos, crudas: new Map() }, DE_XML)
      const utf8 = new TextEncoder()
      const entradas = [...cosa.textos].map(([nombre, texto]) => ({ nombre, datos: cosa.crudas.get(nombre) ?? utf8.encode(texto) }))
      return { ...resto, bytes: escribirZip({ entradas }) }
    }
    case 'valores':
      return enForma(base, (libro) => mutar(libro, azar.suerte(0.5) ? DE_VALORES : DE_VALORES_POSIBLES), azar)
    case 'esquema':
      return enForma(base, (libro) => mutar(libro, azar.suerte(0.7) ? DE_ESQUEMA : [...DE_ORDEN, ...DE_VALORES_POSIBLES]), azar)
    case 'orden':
      return enForma(base, (libro) => mutar(libro, DE_ORDEN), azar)
  }
}

/** Of the workbook of 2023 the fuzzer keeps the parts open: it is taken often, and its parts never change. */
const abiertos = new WeakMap<Uint8Array, Readonly<Record<string, Uint8Array>>>()
function abierto(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const partes = abiertos.get(bytes) ?? unzipSync(bytes)
  abiertos.set(bytes, partes)
  return partes
}

const planos = new WeakMap<Uint8Array, LibroPlano>()
function enForma(base: Base, mutar: (libro: LibroPlano) => Mutada<LibroPlano>, azar: Azar): Hecho {
  const plano = planos.get(base.bytes) ?? libroPlano(base.bytes)
  planos.set(base.bytes, plano)
  const forma = unaForma(plano, azar)
  const { cosa, mutaciones, mismasCifras } = mutar(plano)
  return { mutaciones: [...mutaciones, enPalabras(forma)], mismasCifras, bytes: escribirXlsx(cosa, forma) }
}

/** What a form has of its own. */
function enPalabras(forma: Forma): string {
  const propias = Object.entries(forma).filter(([campo, valor]) => FORMA[campo as keyof Forma] !== valor)
  return `escrito con ${propias.map(([campo, valor]) => `${campo}: ${valor}`).join(', ') || 'la forma corriente'}`
}

interface Mutada<T> extends Pick<Caso, 'mutaciones' | 'mismasCifras'> {
  readonly cosa: T
}

/** Some mutations one after the other, each with chance of its own: so that any may be left out and the others stay what they were. */
function mutada<T>(cosa: T, posibles: readonly Mutacion<T>[], veces: number, azar: Azar, cuales: readonly number[] | null): Mutada<T> {
  const elegidas = Array.from({ length: veces }, () => ({ mutacion: azar.uno(posibles), semilla: azar.entre(0, 0x7ffffffe) }))
  const hechas = elegidas.filter((_, lugar) => cuales?.includes(lugar) ?? true)
  return {
    cosa: hechas.reduce((anterior, { mutacion, semilla }) => mutacion.cambiar(anterior, azarDe(semilla)), cosa),
    mutaciones: hechas.map(({ mutacion }) => mutacion.nombre),
    mismasCifras: hechas.every(({ mutacion }) => mutacion.neutra === true),
  }
}
