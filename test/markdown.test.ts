import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { figureNames, parseMarkdown, parseProse, shownAsText, splitFigureNames } from '../src/markdown/index.js'

/** The tree as one readable line: `paragraph(text "a", emphasis(text "b"))`. */
function dump(node: Nodes): string {
  if ('children' in node) return `${node.type}(${node.children.map(dump).join(', ')})`
  return 'value' in node ? `${node.type} ${JSON.stringify(node.value)}` : node.type
}

const prosa = (texto: string) => parseProse(texto).children.map(dump).join(' ')

test('la prosa tiene párrafos, listas, énfasis, enlaces y notas al pie', () => {
  expect(prosa('Uno **dos** *tres* [cuatro](https://a.co).[^1]\n\n- cinco\n\n[^1]: seis')).toBe(
    'paragraph(text "Uno ", strong(text "dos"), text " ", emphasis(text "tres"), text " ", link(text "cuatro"), text ".", footnoteReference) ' +
      'list(listItem(paragraph(text "cinco"))) footnoteDefinition(paragraph(text "seis"))',
  )
})

test.each([
  ['# Título', 'heading', 'paragraph(text "# Título")'],
  ['Título\n===', 'heading', 'paragraph(text "Título\\n===")'],
  ['<b>negra</b>', 'html', 'paragraph(text "<b>negra</b>")'],
  ['<div>\nbloque\n</div>', 'html', 'paragraph(text "<div>\\nbloque\\n</div>")'],
  ['a ![foto](https://a.co/f.png) b', 'image', 'paragraph(text "a ", text "![foto](https://a.co/f.png)", text " b")'],
  ['usa `código`', 'code', 'paragraph(text "usa `código`")'],
  ['~~no~~', 'strikethrough', 'paragraph(text "~~no~~")'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'table', 'paragraph(text "| a | b |\\n|---|---|\\n| 1 | 2 |")'],
  ['***', 'rule', 'paragraph(text "***")'],
  ['- [ ] tarea', 'task', 'list(listItem(paragraph(text "[ ] tarea")))'],
  ['[a]: https://a.co', 'definition', 'paragraph(text "[a]: https://a.co")'],
  ['[clic](javascript:alert(1))', 'link', 'paragraph(text "[clic](javascript:alert(1))")'],
  ['[acta](acta.docx)', 'link', 'paragraph(text "[acta](acta.docx)")'],
])('%j se muestra como texto y se avisa', (texto, kind, esperado) => {
  expect(prosa(texto)).toBe(esperado)
  expect(shownAsText(texto)[0]?.kind).toBe(kind)
})

test('lo que la prosa admite no se avisa', () => {
  expect(shownAsText('Uno **dos** [tres](mailto:a@b.co) [cuatro](http://b.co)\n\n1. cinco\n\n> seis[^n]\n\n[^n]: siete')).toEqual([])
})

/** Texts of the signs that Markdown gives a meaning to, where it gives them one: at the start of lines, in pairs, one after the other. */
const conSignos = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'#=<>`~|[]()!:-*_+.&\\^xX1a ñ\t'),
      fc.constantFrom('\n', '\n\n', '\r\n', '    ', '  \n', '- ', '1. ', '> ', '***', '[[a b]]', '](', ']: ', '&amp;', 'https://a.co'),
    ),
    { maxLength: 24 },
  )
  .map((trozos) => trozos.join(''))
  // After an empty item of a list, the box of a task breaks an assertion of its library, which only developers have.
  .filter((texto) => !/\[[\sxX]\]/u.test(texto))

test('lo que no se avisa de un texto tampoco se avisa cuando otro signo, en un párrafo aparte, obliga a leerlo entero', () => {
  fc.assert(
    fc.property(conSignos, (texto) => {
      if (shownAsText(texto).length === 0) expect(shownAsText(`${texto}\n\n~`)).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['de una plantilla', parseMarkdown],
  ['de la prosa', parseProse],
])('el árbol %s es el mismo, con sus lugares, cuando otros signos, en un párrafo aparte, obligan a leer el texto entero', (_, leer) => {
  fc.assert(
    fc.property(
      fc.oneof(
        conSignos,
        conSignos.map((texto) => texto.replace(/[#=<>`~|*_\\\t\r]/gu, 'á').trim()),
      ),
      (texto) => {
        const { children } = leer(texto)
        const deSoloPalabras = children.every((n) => n.type === 'paragraph' && n.children.every(({ type }) => type === 'text'))
        if (deSoloPalabras) expect(leer(`${texto}\n\n&~`).children.slice(0, -1)).toEqual(children)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('el árbol de un texto va de su primera letra a la última', () => {
  expect(parseProse('Uno\ndos\n\ntres').position).toEqual({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 4, column: 5, offset: 13 },
  })
})

test('una dirección suelta no es un enlace', () => {
  for (const arbol of [parseMarkdown, parseProse]) {
    expect(arbol('a@b.co, www.b.co y https://b.co').children.map(dump)).toEqual(['paragraph(text "a@b.co, www.b.co y https://b.co")'])
  }
})

test('las plantillas sí tienen títulos y tablas', () => {
  expect(parseMarkdown('# Uno\n\n| a |\n|---|\n| 1 |').children.map((n) => n.type)).toEqual(['heading', 'table'])
})

test('un texto se corta en palabras y nombres de cifras', () => {
  expect(splitFigureNames('[[Salud avance]] y [[2.1.2 logro]].')).toEqual([
    { type: 'name', value: 'Salud avance' },
    { type: 'words', value: ' y ' },
    { type: 'name', value: '2.1.2 logro' },
    { type: 'words', value: '.' },
  ])
  expect(figureNames('nada [aquí](x), \\[\\[tampoco\\]\\]')).toEqual([])
})
