/** What keeps the PDF from saying that it is accessible is told to whoever makes the report, in words and with what was found. */
import { describe, expect, test } from 'vitest'
import type { AccessibilityFault, Block, Documento } from '../src/document/index.js'
import { writePdf } from '../src/writers/pdf/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { unLibro } from './un-libro.js'

const { theme, assets } = cargarRecursos()
const parrafo = (value: string): Block => ({ type: 'paragraph', role: 'normal', children: [{ type: 'text', value }] })

async function faltas(cambio: Partial<Documento>, ...blocks: readonly Block[]): Promise<readonly AccessibilityFault[]> {
  const sections: Documento['sections'] = [{ id: 'una', footer: '', numbering: 'decimal', orientation: 'portrait', blocks }]
  return (await writePdf({ ...unDocumento(), sections, ...cambio }, theme, assets)).faults
}

describe('el escritor del PDF', () => {
  test('nada tiene que decir de un documento sin faltas', async () => expect(await faltas({}, parrafo('Texto.'))).toEqual([]))

  test.each<[string, Partial<Documento>, Block, AccessibilityFault]>([
    ['un título vacío', { title: ' ' }, parrafo('Texto.'), { check: 'title', conditions: '06-003', found: '' }],
    ['un idioma que no existe', { language: 'español' }, parrafo('Texto.'), { check: 'language', conditions: '11-006', found: 'español' }],
    ['un carácter sin letra', {}, parrafo('Casa de \u4E2D.'), { check: 'character', conditions: '10-001, 31-030', found: '\u4E2D' }],
    [
      'un enlace sin palabras',
      {},
      {
        type: 'paragraph',
        role: 'normal',
        children: [{ type: 'link', url: 'https://ejemplo.co', children: [{ type: 'text', value: '\u00A0' }] }],
      },
      { check: 'link', conditions: '28-012', found: '' },
    ],
  ])('dice de %s qué condición incumple', async (_, cambio, block, falta) => expect(await faltas(cambio, block)).toEqual([falta]))
})

test('quien hace el informe recibe un aviso con el archivo, lo que se halló y cómo se corrige; el informe se hace', async () => {
  const plantilla = new TextEncoder().encode('# Presentación\n\nUna casa de \u4E2D.\n')
  const { archivos, problemas, nombre } = await generarEnMemoria(unLibro().bytes(), new Map([['20-presentacion.md', plantilla]]))
  expect([...archivos.keys()]).toContain(`informe-${nombre}.pdf`)
  expect(problemas.errores).toEqual([])
  expect(problemas.avisos.filter(({ regla }) => regla === 'accesibilidad')).toEqual([
    {
      regla: 'accesibilidad',
      lugar: `informe-${nombre}.pdf`,
      encontrado:
        'el carácter «\u4E2D» (U+4E2D), que ninguna fuente del tema tiene; por eso el PDF no dice que cumple PDF/UA-1 (Matterhorn 10-001, 31-030)',
      esperado: 'caracteres de las fuentes del tema: de otro modo sale un recuadro',
      remedio: 'Quite o cambie ese carácter en el libro o en la plantilla.',
    },
  ])
})
