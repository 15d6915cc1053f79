/** The whole job in memory, with the templates of the program: the files of a report from the bytes of a workbook. */
import { readTree } from '../src/disk/index.js'
import { generar, type Resultado } from '../src/pipeline/index.js'
import { WRITERS } from '../src/writers/index.js'
import { cargarRecursos } from './recursos.js'

/** `masPlantillas`: files put over the templates of the program, by path. `opciones`: what is asked for otherwise than by itself. */
export async function generarEnMemoria(
  libro: Uint8Array,
  masPlantillas: ReadonlyMap<string, Uint8Array> = new Map(),
  opciones: Partial<
    Pick<
      Parameters<typeof generar>[0],
      'corte' | 'escritores' | 'examinado' | 'graficasEditables' | 'partes' | 'plantillas' | 'revision' | 'secciones' | 'sector'
    >
  > = {},
): Promise<Resultado> {
  return await generar(
    {
      libro: { nombre: 'libro.xlsx', bytes: libro },
      plantillas: new Map([...(await readTree(new URL('../templates', import.meta.url).pathname)), ...masPlantillas]),
      tema: 'institucional',
      fuentes: { familias: ['Work Sans', 'Source Sans 3'], leer: async () => cargarRecursos().assets.fonts },
      escritores: new Map([
        ['docx', WRITERS.docx],
        ['pdf', WRITERS.pdf],
      ]),
      secciones: new Map(),
      sector: null,
      revision: null,
      borrador: null,
      graficasEditables: false,
      estricto: false,
      estilos: null,
      version: '0.0.0',
      ...opciones,
    },
    async (_, trabajo) => trabajo(),
  )
}
