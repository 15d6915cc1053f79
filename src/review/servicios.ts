/** What the review page is given to do its work with: it reads no file, writes none and starts no process itself. */
import type { Dado, Examen, Examinado } from '../pipeline/index.js'
import type { Decision, Revision, Version } from '../revision/index.js'

/** Files that can be had of a workbook. */
export type Descarga = 'docx' | 'pdf' | 'html' | 'control-de-cambios' | 'graficas' | 'comparacion' | 'auditoria'

/** What a download is of: the whole report or one sector's chapter, and, of charts, for which use. */
export interface Pedido {
  readonly que: Descarga
  readonly sector: string | null
  /** Name of a use of the theme; null for all. */
  readonly uso: string | null
  /** Whether the report has its page of versions and decisions. */
  readonly conVersiones: boolean
}

/** A file with its name, or why there is none, in words for whoever asked. */
export type Hecho = { readonly nombre: string; readonly bytes: Uint8Array } | { readonly problema: string }

export interface Servicios {
  /** @throws NoSePudo where it takes too long or too much memory */
  readonly examinar: (libro: Dado, base: Dado) => Promise<Examen>
  /** A picture of the report as PNG: one of its charts, or one of the templates' folder. Null where there is none of that name. */
  readonly imagen: (examinado: Examinado, clave: string) => Promise<Uint8Array | null>
  readonly hacer: (libro: Dado, base: Dado, pedido: Pedido) => Promise<Hecho>
  /** Makes the whole report in its folder; gives what to tell people, a line each. */
  readonly generar: (libro: Dado) => Promise<readonly string[]>
  /** Names of the workbooks that can be opened here, and not only brought: what is decided on them is kept. */
  readonly libros: () => Promise<readonly string[]>
  /** Puts one of them under review in place of the one that was. @throws NoSePudo */
  readonly abrir: (nombre: string) => Promise<void>
  /** Whether what is decided outlives the session. */
  readonly seGuarda: () => boolean
  /** What people decided so far, as the file beside the workbook has it. */
  readonly revision: () => Promise<Revision>
  readonly decidir: (decisiones: readonly Decision[]) => Promise<Revision>
  /** Takes back what the same person had decided of these changes. */
  readonly retirar: (decisiones: readonly Decision[]) => Promise<Revision>
  readonly registrarVersion: (version: Omit<Version, 'numero'>) => Promise<Revision>
  /** The present moment. */
  readonly ahora: () => Date
  /** A line for whoever looks after the program: what was refused, what failed. */
  readonly anotar: (linea: string) => void
}

/** Work that was cut short; `message` says why, to whoever asked for it. */
export class NoSePudo extends Error {
  override readonly name = 'NoSePudo'
}
