import type { Escritor, generar } from '../pipeline/index.js'

type Entrada = Parameters<typeof generar>[0]

/** What is told of an edition that is made on the spot, and not to be kept. */
export type EntradaAlMomento = Pick<
  Entrada,
  'libro' | 'limites' | 'corte' | 'revision' | 'plantillas' | 'tema' | 'fuentes' | 'secciones' | 'version'
>

/** The Word file of a workbook, made here and now; by a thread of its own, unless a writer is at hand. */
export async function wordDeLibro(entrada: EntradaAlMomento, escritor: Escritor | null = null): Promise<Uint8Array> {
  const [{ generar }, { inThread }] = await Promise.all([import('../pipeline/index.js'), import('./writer-thread.js')])
  const { archivos } = await generar(
    {
      ...entrada,
      escritores: new Map([['docx', escritor ?? inThread('docx')]]),
      estilos: null,
      sector: null,
      borrador: null,
      graficasEditables: false,
      estricto: false,
    },
    async (_, trabajo) => trabajo(),
  )
  return [...archivos].find(([nombre]) => nombre.endsWith('.docx'))?.[1] ?? new Uint8Array()
}
