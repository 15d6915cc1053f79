/** What is under review: the workbook of the address that was printed, and those that people brought since, each apart from the others. */
import { sha256 } from '../hash/index.js'
import type { Dado, Examen } from '../pipeline/index.js'
import { NoSePudo, type Servicios } from './servicios.js'

/** A workbook with what was found in it; `fallo` says why nothing could be. */
export interface Puesto {
  /** Says which bytes are held against which: what was decided looking at others is not decided of these. */
  readonly id: string
  readonly libro: Dado
  readonly base: Dado
  readonly examen: Examen | null
  readonly fallo: string | null
}

/** Workbooks that are kept besides the first: the page of one that was pushed out asks for it again. */
const CUANTOS = 6

export class Sesion {
  private propio: Promise<Puesto> | null = null
  private readonly traidos = new Map<string, Puesto>()
  private readonly oyentes = new Set<() => void>()
  private base: Dado | null
  private libro: Dado | null

  /** `base` null: the workbook as it was first. */
  constructor(
    private readonly servicios: Servicios,
    libro: Dado | null,
    base: Dado | null,
  ) {
    this.libro = libro
    this.base = base ?? (libro && alEmpezar(libro))
  }

  /** The workbook of the command; null where it was begun without one. */
  async delLibro(): Promise<Puesto | null> {
    const { libro, base } = this
    if (libro === null) return null
    this.propio ??= this.examinar(libro, base ?? libro)
    return await this.propio
  }

  /** Begins anew with another workbook. */
  async empieza(libro: Dado): Promise<void> {
    this.traidos.clear()
    this.libro = libro
    this.base = alEmpezar(libro)
    await this.poner(libro, this.base)
  }

  /** The workbook was saved: whoever is looking hears of it once it has been examined. */
  async cambia(libro: Dado): Promise<void> {
    if (this.libro !== null && Buffer.compare(this.libro.bytes, libro.bytes) === 0) return
    this.libro = libro
    this.base ??= alEmpezar(libro)
    await this.poner(libro, this.base)
  }

  private async poner(libro: Dado, base: Dado): Promise<void> {
    const suyo = this.examinar(libro, base)
    this.propio = suyo
    await suyo
    // One saved meanwhile will tell for itself.
    if (this.propio === suyo) this.avisar()
  }

  /** Takes a workbook that somebody brought. */
  async traer(libro: Dado): Promise<Puesto> {
    const puesto = await this.examinar(libro, this.base ?? libro)
    this.traidos.delete(puesto.id)
    this.traidos.set(puesto.id, puesto)
    for (const viejo of [...this.traidos.keys()].slice(0, -CUANTOS)) this.traidos.delete(viejo)
    return puesto
  }

  /** A workbook that somebody brought; null where it is no longer kept. */
  traido(id: string): Puesto | null {
    return this.traidos.get(id) ?? null
  }

  /** Whichever has this name, the workbook of the command too. */
  async puesto(id: string): Promise<Puesto | null> {
    const propio = await this.delLibro()
    return propio?.id === id ? propio : this.traido(id)
  }

  /** Every workbook is held against this one from now on. */
  async comparaCon(base: Dado): Promise<void> {
    this.base = base
    this.traidos.clear()
    if (this.libro !== null) await this.poner(this.libro, base)
  }

  /** Calls `oyente` each time the workbook changes; gives how to stop it. */
  alCambiar(oyente: () => void): () => void {
    this.oyentes.add(oyente)
    return () => void this.oyentes.delete(oyente)
  }

  private avisar(): void {
    for (const oyente of this.oyentes) oyente()
  }

  private async examinar(libro: Dado, base: Dado): Promise<Puesto> {
    const id = identidad(libro, base)
    try {
      return { id, libro, base, examen: await this.servicios.examinar(libro, base), fallo: null }
    } catch (error) {
      this.servicios.anotar(`No se pudo leer ${libro.nombre}: ${error instanceof Error ? error.message : String(error)}`)
      return { id, libro, base, examen: null, fallo: error instanceof NoSePudo ? error.message : 'Algo falló al leer el libro.' }
    }
  }
}

/** The same workbook, as it is now, for when it will be another. */
function alEmpezar({ nombre, bytes }: Dado): Dado {
  return { nombre: `${nombre} (como estaba al empezar)`, bytes }
}

function identidad(libro: Dado, base: Dado): string {
  return sha256(`${sha256(libro.bytes)} ${sha256(base.bytes)}`).slice(0, 16)
}
