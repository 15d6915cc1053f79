/** Notices on what keeps a document from saying that it is accessible: the report is made all the same, and somebody is told. */
import type { AccessibilityCheck, AccessibilityFault } from '../document/index.js'
import type { Problema } from './problems.js'

interface Redaccion {
  /** What was found; `hallado` is the fault's own detail, which may be empty. */
  readonly encontrado: (hallado: string) => string
  readonly esperado: string
  readonly remedio: string
}

const DEL_PROGRAMA = 'Es un defecto del programa: repórtelo con este aviso.'

const PALABRAS: Readonly<Record<AccessibilityCheck, Redaccion>> = {
  title: {
    encontrado: () => 'un documento sin título',
    esperado: 'un título que el lector de pantalla diga al abrir',
    remedio: 'Escriba el campo «titulo» de plantillas/documento.yml.',
  },
  language: {
    encontrado: (idioma) => `el idioma «${idioma}»`,
    esperado: 'un código de idioma, como es-CO',
    remedio: 'Corrija el campo «idioma» de plantillas/documento.yml.',
  },
  character: {
    encontrado: (letra) => `el carácter «${letra}» (U+${hexadecimal(letra)}), que ninguna fuente del tema tiene`,
    esperado: 'caracteres de las fuentes del tema: de otro modo sale un recuadro',
    remedio: 'Quite o cambie ese carácter en el libro o en la plantilla.',
  },
  headings: {
    encontrado: (niveles) => `títulos que se saltan un nivel (${niveles})`,
    esperado: 'cada título un nivel debajo del que lo contiene, como mucho',
    remedio: 'Corrija en la plantilla cuántos «#» lleva ese título.',
  },
  notes: { encontrado: () => 'notas al pie sin nombre propio', esperado: 'un nombre para cada nota', remedio: DEL_PROGRAMA },
  structure: {
    encontrado: (partes) => `etiquetas fuera de su lugar (${partes})`,
    esperado: 'listas, tablas e índices con sus partes en orden',
    remedio: DEL_PROGRAMA,
  },
  figure: {
    encontrado: (texto) => (texto.trim() === '' ? 'una figura sin texto alternativo' : `una figura sin lugar en la página («${texto}»)`),
    esperado: 'un texto alternativo y un lugar para cada figura',
    remedio: 'Si es una imagen de plantilla, escriba su texto entre los corchetes; si no, reporte este aviso.',
  },
  link: {
    encontrado: () => 'un enlace sin palabras o sin destino',
    esperado: 'enlaces que digan adónde llevan',
    remedio: 'Escriba las palabras de ese enlace en el libro o en la plantilla.',
  },
  table: {
    encontrado: () => 'una tabla sin fila de títulos, o con filas desiguales',
    esperado: 'una fila de títulos y las mismas columnas en cada fila',
    remedio: 'Si la tabla se escribió en una plantilla, revísela; si no, reporte este aviso.',
  },
}

/** One notice a fault of a file, with the numbers of the protocol that it fails. */
export function avisoDeAccesibilidad(archivo: string, { check, conditions, found }: AccessibilityFault): Problema {
  const { encontrado, esperado, remedio } = PALABRAS[check]
  return {
    regla: 'accesibilidad',
    lugar: archivo,
    encontrado: `${encontrado(found)}; por eso el PDF no dice que cumple PDF/UA-1 (Matterhorn ${conditions})`,
    esperado,
    remedio,
  }
}

function hexadecimal(letra: string): string {
  return (letra.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
