import { randomUUID } from 'node:crypto'

/** Messages that wait for the next page: what was done is told once, to whoever did it. */
export class Recados {
  private readonly pendientes = new Map<string, readonly string[]>()

  /** Leaves a message; gives its name for an address. */
  dejar(lineas: readonly string[]): string {
    const nombre = randomUUID()
    this.pendientes.set(nombre, lineas)
    for (const viejo of [...this.pendientes.keys()].slice(0, -GUARDADOS)) this.pendientes.delete(viejo)
    return nombre
  }

  /** Takes it; none where there is none of that name. */
  tomar(nombre: string | undefined): readonly string[] {
    const lineas = this.pendientes.get(nombre ?? '') ?? []
    this.pendientes.delete(nombre ?? '')
    return lineas
  }
}

const GUARDADOS = 50
