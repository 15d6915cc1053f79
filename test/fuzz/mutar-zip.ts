/** Packages put together in ways that a ZIP allows or nearly allows. */
import type { EntradaZip, PaqueteZip } from '../un-zip.js'
import type { Azar } from './azar.js'
import { conOtro, type Mutacion } from './mutacion.js'

const TAMANOS = [0, 1, 7, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
const basura = (azar: Azar, mayor: number) => Uint8Array.from({ length: azar.entre(1, mayor) }, () => azar.entre(0, 255))

/** Changes one part, by chance, into none, one or many. */
function enUna(
  nombre: string,
  otras: (entrada: EntradaZip, azar: Azar, paquete: PaqueteZip) => readonly EntradaZip[],
  neutra = false,
): Mutacion<PaqueteZip> {
  return {
    nombre,
    neutra,
    cambiar(paquete, azar) {
      if (paquete.entradas.length === 0) return paquete
      const lugar = azar.entre(0, paquete.entradas.length - 1)
      const entrada = paquete.entradas[lugar] as EntradaZip
      return { ...paquete, entradas: conOtro(paquete.entradas, lugar, ...otras(entrada, azar, paquete)) }
    },
  }
}

export const DE_ZIP: readonly Mutacion<PaqueteZip>[] = [
  enUna('parte repetida', (entrada) => [entrada, entrada]),
  enUna('parte repetida con otro contenido', (entrada, azar, { entradas }) => [entrada, { ...entrada, datos: azar.uno(entradas).datos }]),
  enUna('falta una parte', () => []),
  enUna('parte con otro nombre', (entrada, azar) => [
    {
      ...entrada,
      nombre: azar.uno([
        entrada.nombre.toUpperCase(),
        entrada.nombre.replaceAll('/', '\\'),
        `/${entrada.nombre}`,
        `../${entrada.nombre}`,
        `${entrada.nombre} `,
        `${entrada.nombre}\0`,
        '',
        '__proto__',
        'xl/worksheets/sheet99.xml',
        'é'.repeat(azar.entre(1, 30_000)),
      ]),
    },
  ]),
  enUna('otro nombre en el registro de la parte', (entrada, azar) => [
    { ...entrada, nombreLocal: azar.uno(['otra.xml', '', '../../fuera.xml', 'x'.repeat(200)]) },
  ]),
  enUna('CRC que no es', (entrada, azar) => [{ ...entrada, crc: azar.entre(0, 0x7fffffff) }]),
  enUna('tamaño que no es', (entrada, azar) => [
    { ...entrada, tamano: azar.uno([...TAMANOS, entrada.datos.length - 1, entrada.datos.length + 1]) },
  ]),
  enUna('tamaño comprimido que no es', (entrada, azar) => [{ ...entrada, comprimido: azar.uno(TAMANOS) }]),
  enUna('parte sin comprimir', (entrada) => [{ ...entrada, metodo: 0 }], true),
  enUna('compresión desconocida', (entrada, azar) => [{ ...entrada, metodo: azar.uno([1, 9, 12, 14, 93, 99, 0xffff]) }]),
  enUna('otras banderas', (entrada, azar) => [{ ...entrada, banderas: azar.uno([1, 8, 0x41, 0x2000, 0xffff]) }]),
  enUna('parte donde no está', (entrada, azar) => [{ ...entrada, corrimiento: azar.uno([-1, 1, 30, 1000, -100_000, 0x7fffffff]) }]),
  enUna('parte vacía', (entrada) => [{ ...entrada, datos: new Uint8Array() }]),
  enUna('parte de basura', (entrada, azar) => [{ ...entrada, datos: basura(azar, 4000) }]),
  enUna('parte que es otro paquete', (entrada) => [{ ...entrada, datos: Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0) }]),
  enUna(
    'parte de más',
    (entrada, azar) => [
      entrada,
      {
        nombre: azar.uno(['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', '../fuera.txt', 'xl/media/image1.png', 'a/']),
        datos: basura(azar, 500),
      },
    ],
    true,
  ),
  { nombre: 'partes en otro orden', neutra: true, cambiar: (paquete, azar) => ({ ...paquete, entradas: azar.barajar(paquete.entradas) }) },
  { nombre: 'con comentario', neutra: true, cambiar: (paquete, azar) => ({ ...paquete, comentario: basura(azar, 400) }) },
  { nombre: 'bytes después del final', cambiar: (paquete, azar) => ({ ...paquete, despues: basura(azar, 400) }) },
  { nombre: 'bytes antes del comienzo', cambiar: (paquete, azar) => ({ ...paquete, antes: basura(azar, 400) }) },
  { nombre: 'sin directorio', cambiar: (paquete) => ({ ...paquete, sinDirectorio: true }) },
  { nombre: 'otra cuenta de partes', cambiar: (paquete, azar) => ({ ...paquete, cuantas: azar.uno([0, 1, 3, 999, 0xffff]) }) },
  {
    nombre: 'muchas partes',
    neutra: true,
    cambiar: (paquete, azar) => ({
      ...paquete,
      entradas: [
        ...paquete.entradas,
        ...Array.from({ length: azar.entre(10, 2000) }, (_, i) => ({
          // Twice over they are other parts: two of one name are rightly refused.
          nombre: `varios/${paquete.entradas.length + i}.txt`,
          datos: new Uint8Array(3),
          metodo: 0,
        })),
      ],
    }),
  },
]
