/** What someone who edits the templates gets: the section as written, or the fault of their file, with its line. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HELPERS } from '../src/compose/index.js'
import type { Libro } from '../src/model/index.js'
import { readTheme } from '../src/theme/index.js'
import { type UnLibro, unLibro } from './un-libro.js'
import { componerCon, documentoCon, faltas, type Plantillas, texto } from './una-composicion.js'
import { nodos, volcado } from './volcado.js'

/** `Textos` with one row a clave. */
const conTextos = (textos: Readonly<Record<string, string>>, libro: UnLibro = unLibro()): Libro =>
  libro.hoja('Textos', [['Clave', 'Texto'], ...Object.entries(textos)]).libro()

/** A section with its front matter, as its author writes it: the body begins on line 3 + lines of `cabeza`. */
const seccion = (cabeza: string, cuerpo: string) => `---\n${cabeza}\n---\n${cuerpo}`

const SEMAFORO = '{{#tabla "semaforo"}}\nRangos\nFuente: nosotros.\n{{/tabla}}'

describe('un valor del libro son palabras, parezcan lo que parezcan', () => {
  const TRAMPAS = [
    '# Título',
    '- punto',
    '1. uno',
    '> cita',
    '    código',
    '*énfasis*',
    '**fuerte**',
    '_bajo_',
    'a_b_c',
    '~~no~~',
    '`código`',
    '```',
    '| a | b |',
    '<b>negra</b>',
    '<!-- nada -->',
    '{{politica.nombre}}',
    '{{{politica.nombre}}}',
    '{{#si politica}}',
    '[uno](https://a.co)',
    '![foto](https://a.co/f.png)',
    '[^1]',
    '[^1]: nota',
    '[[política avance]]',
    '[a]: https://a.co',
    'https://a.co',
    'a@b.co',
    '&amp; &#35;',
    '\\* \\\\',
    '---',
    '===',
    '\u{E000}0\u{E001}',
    '\u{E000}',
    '«2.1.2»',
    '$1 $& %',
  ]
  const palabra = fc.oneof(
    fc.constantFrom(...TRAMPAS.map((t) => t.trim())),
    fc.string({ unit: fc.constantFrom(...'*_|<>{}[]()#-+.!`~^:\\&;=$%"\'/1a áñ\u{E000}\u{E001}'), minLength: 1, maxLength: 12 }),
    fc.string({ minLength: 1, maxLength: 20 }),
  )
  /** Runs of spaces and line breaks of a cell are one space in print; a percent sign keeps to its number. */
  const impreso = (valor: string) =>
    valor
      .replace(/[ \t\r\n]+/gu, ' ')
      .replace(/(\d) ?%/gu, '$1 %')
      .replaceAll('\u00a0', ' ')
  const valor = palabra.filter((v) => impreso(v).trim() === impreso(v) && v.trim() !== '')
  const base = unLibro().libro()
  const llamado = (nombre: string): Libro => ({ ...base, politica: { ...base.politica, nombre } })

  test.each<[string, string, (v: string) => string]>([
    ['en un párrafo', '{{politica.nombre}}', (v) => v],
    ['entre palabras', 'La {{politica.nombre}} sigue.', (v) => `La ${v} sigue.`],
    ['con tres llaves', 'La {{{politica.nombre}}} sigue.', (v) => `La ${v} sigue.`],
    ['en un título', '## {{politica.nombre}}', (v) => `## ${v}`],
    ['en cursiva', '*{{politica.nombre}}*', (v) => `*${v}*`],
    ['en un punto de lista', '- {{politica.nombre}}', (v) => `- ${v}`],
    ['en una nota', 'Uno[^a].\n\n[^a]: {{politica.nombre}}', (v) => `Uno[^1].\n  [^1] ${v}`],
    ['tras un ayudante', 'A{{lista politica.nombre}}B {{#si politica.nombre}}{{politica.nombre}}{{/si}}', (v) => `AB ${v}`],
    ['en los créditos', '{{#definicion "G"}}\n{{politica.nombre}}\n{{/definicion}}', (v) => `G: ${v}`],
    ['como título de créditos', '{{#definicion politica.nombre}}\nUno\n{{/definicion}}', (v) => `${v}: Uno`],
  ])('%s', (_, plantilla, esperado) => {
    fc.assert(
      fc.property(valor, (v) => {
        expect(texto(plantilla, llamado(v))).toBe(esperado(impreso(v)))
      }),
      { numRuns: 60, examples: TRAMPAS.map((t): [string] => [t.trim()]) },
    )
  })

  test('en el título de una tabla, el pie de página y los datos del documento', () => {
    fc.assert(
      fc.property(valor, (v) => {
        const documento = documentoCon(
          {
            'documento.yml': `idioma: es-CO\ntitulo: "{{politica.nombre}}"\nautor: A\nasunto: ""\npalabras: []\nencabezado: { izquierda: "La {{politica.nombre}}", derecha: "" }`,
            '10-una.md': seccion(
              'pie: "Pie {{politica.nombre}}"',
              '{{#tabla "semaforo"}}\nDe {{politica.nombre}}\nFuente: {{politica.nombre}}.\n{{/tabla}}',
            ),
          },
          llamado(v),
        )
        const leido = volcado(documento)
        expect(leido).toContain(`[Tabla 1. De ${impreso(v)}]`)
        expect(leido).toContain(`~ Fuente: ${impreso(v)}.`)
        expect(impreso(leido.split('\n')[0] ?? '')).toBe(`=== una [decimal] Pie ${impreso(v)}`)
        expect([documento.title, documento.header.left].map(impreso)).toEqual([impreso(v), `La ${impreso(v)}`])
      }),
      { numRuns: 60, examples: TRAMPAS.map((t): [string] => [t.trim()]) },
    )
  })

  test('el nombre de un producto y el de un sector, en su tabla y su gráfica', () => {
    const trampa = '# {{politica.nombre}} | *a* _b_ <i> `c` [d](e)'
    const libro = unLibro()
      .producto('1.1.1', { nombre: trampa, sector: trampa, metas: { 2023: 1 }, avances: { 2023: 1 } })
      .libro()
    const leido = texto(
      '{{#cada sectores as |s|}}\n# {{s.nombre}}\n\n{{#tabla s.tabla}}\nDe {{s.nombre}}\n{{/tabla}}\n{{#grafica s.grafica}}\nDe {{s.nombre}}\n{{/grafica}}\n{{/cada}}',
      libro,
    )
    expect(leido).toContain(`# ${trampa}\n`)
    expect(leido).toContain(`[Tabla 1. De ${trampa}]`)
    expect(leido).toContain(`{1.1.1} ${trampa} | ‹1› | ‹1› | ‹1› | ‹1›`)
    expect(leido).toContain(`[Gráfica 1. De ${trampa}]`)
  })
})

describe('una falta dice la plantilla, la línea del archivo y el nombre más cercano', () => {
  const GUIA = 'se esperaba un nombre de la guía de plantillas'

  test('un valor que no existe', () => {
    expect(faltas({ '10-una.md': seccion('pie: Pie', 'Uno\n\nDos {{politica.vigensia}}') })).toEqual([
      `10-una.md:6: se encontró {{politica.vigensia}}, que no existe; ${GUIA}. ¿Quiso decir «politica.vigencia»?`,
    ])
  })

  test.each([
    ['suelto', '{{vigensia}}'],
    ['con tres llaves', '{{{politica.vigensia}}}'],
    ['como argumento', '{{plural politica.vigensia "año" "años"}}'],
    ['dentro de un argumento', '{{#si (mayor politica.vigensia 1)}}sí{{/si}}'],
    ['en una condición', '{{#si politica.vigensia}}sí{{/si}}'],
    ['en una lista', '{{#cada sectoress as |s|}}{{s.nombre}}{{/cada}}'],
    ['en el elemento de una lista', '{{#cada sectores as |s|}}{{s.nombree}}{{/cada}}'],
    ['de lo que trae JavaScript', '{{politica.constructor}}'],
    ['del prototipo', '{{politica.__proto__}}'],
    ['de una función', '{{politica.toString}}'],
  ])('un valor que no existe, %s', (_, cuerpo) => {
    const encontradas = faltas({ '10-una.md': cuerpo })
    expect(encontradas).toHaveLength(1)
    expect(encontradas[0]).toMatch(/^10-una\.md:1: se encontró \{\{.+\}\}, que no existe; se esperaba un nombre de la guía/u)
  })

  test('las de una misma plantilla se dicen todas, sin lo que solo se sigue de otra', () => {
    const encontradas = faltas({
      '10-una.md':
        '{{politica.vigensia}}\n\n{{#cada sectorez as |s|}}{{s.nada}}{{/cada}}\n\n{{ficha politica.fich}}\n\n{{lista sectores "nonbre"}}\n\n{{ref "semaforoo"}}',
    })
    expect(encontradas.map((falta) => [/:(\d+):/u.exec(falta)?.[1], /¿Quiso decir «(.*)»\?$/u.exec(falta)?.[1]])).toEqual([
      ['1', 'politica.vigencia'],
      ['3', 'sectores'],
      ['5', 'politica.ficha'],
      ['7', 'nombre'],
      ['9', 'semaforo'],
    ])
  })

  test.each([
    ['el comienzo de un valor', '{{politca.sigla}}', 'politica.sigla'],
    ['un ayudante sin nada detrás', '{{mayuscul}}', 'mayuscula'],
    ['un bloque de Handlebars', '{{#if politica.rojo}}x{{/if}}', 'si'],
    ['otro', '{{#each sectores}}x{{/each}}', 'cada'],
  ])('sugiere lo más parecido: %s', (_, cuerpo, parecido) => {
    const [falta = ''] = faltas({ '10-una.md': cuerpo })
    expect(falta).toMatch(new RegExp(`¿Quiso decir «${parecido}»\\?$`, 'u'))
  })

  test.each([
    [
      'abre',
      'Uno\n\n{{#si politica.rojo}}x\n\nmás\n',
      '10-una.md:3: se encontró {{#si …}}, sin cerrar; se esperaba un {{/si}} más adelante.',
    ],
    ['cierra', 'Uno\n\nx{{/si}}\n\nmás\n', '10-una.md:3: se encontró {{/si}}, que no cierra nada; se esperaba un {{#si …}} antes.'],
  ])('un bloque que solo se %s, en la línea en que está', (_, cuerpo, dicho) => {
    const encontradas = faltas({ '10-una.md': cuerpo })
    expect(encontradas).toHaveLength(1)
    expect(encontradas[0]?.startsWith(dicho)).toBe(true)
  })

  test('un parcial que no existe', () => {
    expect(faltas({ '10-una.md': seccion('pie: Pie', '{{> produto}}'), 'parciales/producto.md': 'Hola' })).toEqual([
      '10-una.md:4: se encontró {{> produto}}, que no existe; se esperaba el nombre de un archivo de la carpeta parciales, sin «.md». ¿Quiso decir «producto»?',
    ])
  })

  test('un ayudante que no existe', () => {
    const [falta = ''] = faltas({ '10-una.md': 'Uno\n{{plurall 2 "a" "b"}}' })
    expect(falta).toMatch(/^10-una\.md:2: se encontró el ayudante «plurall», que no existe; se esperaba uno de los ayudantes: si, cada, /u)
    expect(falta).toMatch(/¿Quiso decir «plural»\?$/u)
  })

  test.each(['each', 'if', 'with', 'unless', 'lookup', 'log'])('los ayudantes propios de Handlebars no existen: %s', (nombre) => {
    expect(faltas({ '10-una.md': `{{#${nombre} sectores}}x{{/${nombre}}}` })[0]).toContain(`el ayudante «${nombre}», que no existe`)
  })

  test('una referencia, una tabla, una gráfica y un índice que no existen', () => {
    expect(faltas({ '10-una.md': seccion('pie: Pie', 'Uno {{ref "semaforoo"}}') })).toEqual([
      '10-una.md:4: se encontró la tabla o gráfica «semaforoo», que no existe; se esperaba el nombre de una tabla o gráfica de este libro. ¿Quiso decir «semaforo»?',
    ])
    expect(faltas({ '10-una.md': '\n{{#tabla "semaforoo"}}\nTítulo\n{{/tabla}}' })).toEqual([
      '10-una.md:2: se encontró la tabla «semaforoo», que no existe; se esperaba el nombre de una tabla de este libro. ¿Quiso decir «semaforo»?',
    ])
    expect(faltas({ '10-una.md': '\n\n{{#grafica "cumplimiento-de-las-meta"}}\nTítulo\n{{/grafica}}' })).toEqual([
      '10-una.md:3: se encontró la gráfica «cumplimiento-de-las-meta», que no existe; se esperaba el nombre de una gráfica de este libro. ¿Quiso decir «cumplimiento-de-las-metas»?',
    ])
    expect(faltas({ '10-una.md': '{{indice "tabla"}}' })).toEqual([
      '10-una.md:1: se encontró el índice «tabla»; se esperaba contenido, tablas o graficas. ¿Quiso decir «tablas»?',
    ])
  })

  test('sin ningún nombre cercano, dice dónde consultarlos', () => {
    expect(faltas({ '10-una.md': '{{zzzzzzzz}}' })[0]).toMatch(/Consulte los nombres en la guía de plantillas\.$/u)
  })

  test('dentro de un parcial, la línea del parcial', () => {
    expect(faltas({ '10-una.md': '\n\n{{> nota}}', 'parciales/nota.md': seccion('incluir: sí', 'Uno\n{{politica.siglaa}}') })).toEqual([
      `parciales/nota.md:5: se encontró {{politica.siglaa}}, que no existe; ${GUIA}. ¿Quiso decir «politica.sigla»?`,
    ])
  })

  test('en una plantilla de todos los sectores, una sola vez', () => {
    expect(faltas({ '60-sector.md': seccion('por: sector', '{{sector.nombree}}') })).toEqual([
      `60-sector.md:4: se encontró {{sector.nombree}}, que no existe; ${GUIA}. ¿Quiso decir «sector.nombre»?`,
    ])
  })

  test('en el pie de página, la línea del encabezado', () => {
    expect(faltas({ '10-una.md': seccion('incluir: sí\npie: "{{politica.siglaa}}"', 'Uno\nDos') })[0]).toMatch(/^10-una\.md:3: /u)
  })

  test('en los datos del documento, su línea', () => {
    const documento =
      'idioma: es-CO\ntitulo: "{{politica.nombree}}"\nautor: A\nasunto: ""\npalabras: []\nencabezado: { izquierda: "", derecha: "" }'
    expect(faltas({ 'documento.yml': documento, '10-una.md': 'Uno' })[0]).toMatch(
      /^documento\.yml:2: se encontró \{\{politica\.nombree\}\}, que no existe/u,
    )
  })

  test('las faltas de todas las plantillas, de cualquier clase, a la vez', () => {
    const encontradas = faltas({
      '10-una.md': '{{politica.siglaa}}',
      '20-dos.md': '{{plurall 2 "a" "b"}}\n\n{{> nada}}',
      '30-tres.md': 'Uno\n{{ref "nada"}}',
      '40-cuatro.md': seccion('inclur: no', 'Uno'),
      '50-cinco.md': '{{#si politica}}',
    })
    expect(encontradas.map((f) => f.slice(0, f.indexOf(': '))).sort()).toEqual([
      '10-una.md:1',
      '20-dos.md:1',
      '20-dos.md:3',
      '30-tres.md:2',
      '40-cuatro.md:2',
      '50-cinco.md:1',
    ])
  })

  test('una llave sin cerrar y un bloque mal cerrado', () => {
    expect(faltas({ '10-una.md': seccion('pie: Pie', 'Uno\n{{politica.sigla') })[0]).toMatch(/^10-una\.md:5: se encontró una llave/u)
    expect(faltas({ '10-una.md': seccion('pie: Pie', '{{#si politica}}\nUno\n{{/cada}}') })[0]).toMatch(
      /^10-una\.md:\d: se encontró \{\{#si\}\} cerrado con \{\{\/cada\}\}/u,
    )
  })

  test('parciales que se llaman en círculo', () => {
    const [falta = '', ...otras] = faltas({
      '10-una.md': '{{> a}}',
      'parciales/a.md': 'A {{> b}}',
      'parciales/b.md': 'B {{#si politica}}{{> c}}{{/si}}',
      'parciales/c.md': 'C {{> a}}',
    })
    expect(otras).toEqual([])
    expect(falta).toMatch(/^parciales\/a\.md:.* se encontró parciales que se llaman en círculo: a → b → c → a;/u)
    expect(faltas({ 'parciales/solo.md': '{{> solo}}' })[0]).toContain('en círculo: solo → solo')
  })
})

describe('el encabezado de una plantilla', () => {
  test.each([
    ['un campo que no existe', 'pie: Pie\nincluye: no', 3, 'el campo «incluye»', '¿Quiso decir «incluir»?'],
    ['un valor de incluir', 'incluir: quizá', 2, 'un valor que «incluir» no admite', 'Escriba uno de los valores admitidos.'],
    ['una numeración', 'pie: Pie\nnumeracion: griega', 3, 'un valor que «numeracion» no admite', 'Escriba uno de los valores admitidos.'],
    ['otra repetición', 'por: objetivo', 2, 'un valor que «por» no admite', 'Escriba uno de los valores admitidos.'],
    [
      'una llave sin comillas',
      'incluir: sí\npie: {{politica.sigla}} y más',
      3,
      'un encabezado que no se puede leer',
      'Ponga entre comillas',
    ],
  ])('%s', (_, cabeza, linea, encontrado, remedio) => {
    const [falta = ''] = faltas({ '10-una.md': seccion(cabeza, 'Uno') })
    expect(falta).toMatch(new RegExp(`^10-una\\.md:${linea}: se encontró ${encontrado.replace(/[.?]/gu, '\\$&')}`, 'u'))
    expect(falta).toContain(remedio)
  })

  test('un valor sin comillas que YAML toma por otra cosa', () => {
    // `pie: {{politica.sigla}}` is a map within a map for YAML.
    const [falta = ''] = faltas({ '10-una.md': seccion('pie: {{politica.sigla}}', 'Uno') })
    expect(falta).toMatch(/^10-una\.md:2: /u)
    expect(falta).toContain('comillas')
  })

  test('puede faltar, o llegar de Windows, con marca de orden de bytes y fines de línea propios', () => {
    expect(texto('Uno')).toBe('Uno')
    expect(volcado(documentoCon({ '10-una.md': '\u{FEFF}---\r\npie: Pie\r\n---\r\n# Uno\r\n\r\nDos\r\n' }))).toBe(
      '=== una [decimal] Pie\n\n# Uno\n\nDos',
    )
    expect(faltas({ '10-una.md': '---\r\npie: Pie\r\n---\r\n\r\n{{nada}}' })[0]).toMatch(/^10-una\.md:5: /u)
  })

  test('los datos del documento que faltan se dicen', () => {
    expect(faltas({ 'documento.yml': 'idioma: es-CO', '10-una.md': 'Uno' })[0]).toMatch(/^documento\.yml:/u)
    expect(faltas({ 'documento.yml': 'titulo: {{x}', '10-una.md': 'Uno' })[0]).toMatch(/^documento\.yml:1: /u)
  })

  test('una portada incompleta dice su plantilla', () => {
    expect(faltas({ '10-portada.md': seccion('tipo: portada', '# Solo un título') })[0]).toMatch(
      /^10-portada\.md:.* se encontró una portada incompleta/u,
    )
  })
})

describe('qué sale y con qué número', () => {
  const tabla = (id: string, titulo: string) => `{{#tabla "${id}"}}\n${titulo}\n{{/tabla}}`
  const titulos = (plantillas: Plantillas) =>
    volcado(documentoCon(plantillas))
      .split('\n')
      .filter((linea) => linea.startsWith('['))

  test('las tablas se numeran en el orden en que aparecen, las gráficas aparte', () => {
    expect(
      titulos({
        '20-dos.md': tabla('productos-por-sector', 'Tercera'),
        '10-una.md': `${tabla('semaforo', 'Primera')}\n\n{{#grafica grafica}}\nDibujo\n{{/grafica}}\n\n${tabla('productos-por-objetivo', 'Segunda')}`,
      }),
    ).toEqual(['[Tabla 1. Primera]', '[Gráfica 1. Dibujo]', '[Tabla 2. Segunda]', '[Tabla 3. Tercera]'])
  })

  test.each(['no', 'false'])('«incluir: %s» quita la sección y los números suben', (valor) => {
    const plantillas = {
      '10-una.md': seccion(`incluir: ${valor}`, `# Una\n\n${tabla('semaforo', 'Primera')}`),
      '20-dos.md': `# Dos\n\n${tabla('productos-por-sector', 'Segunda')}\n\nVéase la {{ref "productos-por-sector"}}.`,
    }
    expect(titulos(plantillas)).toEqual(['[Tabla 1. Segunda]'])
    expect(volcado(documentoCon(plantillas))).toContain('Véase la →Tabla 1.')
    expect(volcado(documentoCon(plantillas))).not.toContain('Una')
  })

  test('una referencia a la tabla de una sección que no sale es un error', () => {
    const [falta = '', ...otras] = faltas({
      '10-una.md': seccion('incluir: no', SEMAFORO),
      '20-dos.md': 'Uno\n\nVéase la {{ref "semaforo"}}.',
    })
    expect(otras).toEqual([])
    expect(falta).toContain('«semaforo»')
    expect(falta).toMatch(/^20-dos\.md:3: /u)
  })

  test('una tabla que nadie pone no sale, y referirse a ella es un error', () => {
    const { documento, publicado } = componerCon({ '10-una.md': SEMAFORO })
    expect(publicado.tablas.map((t) => [t.numero, t.id, t.titulo])).toEqual([['1', 'semaforo', 'Rangos']])
    expect(publicado.graficas).toEqual([])
    expect(documento?.sections).toHaveLength(1)
    expect(faltas({ '10-una.md': `${SEMAFORO}\n\n{{ref "productos-por-sector"}}` })[0]).toContain('«productos-por-sector»')
  })

  test('una tabla puesta dos veces es un error, en la segunda', () => {
    expect(faltas({ '10-una.md': SEMAFORO, '20-dos.md': `Uno\n\n${SEMAFORO}` })[0]).toMatch(
      /^20-dos\.md:3: se encontró la tabla «semaforo» puesta dos veces/u,
    )
  })

  test('los tres índices traen títulos, tablas y gráficas; lo que va antes del cuerpo no está en el contenido', () => {
    expect(
      volcado(
        documentoCon({
          '10-indices.md': seccion(
            'numeracion: romana',
            '# Índices\n\n{{indice "contenido"}}\n\n{{indice "tablas"}}\n\n{{indice "graficas"}}',
          ),
          '20-una.md': `# Una\n\n## Parte\n\n### Detalle\n\n${SEMAFORO}\n\n{{#grafica grafica}}\nDibujo\n{{/grafica}}`,
        }),
      ).split('\n\n=== una')[0],
    ).toBe(
      `=== indices [roman]

# Índices

<contents>
  Una
    Parte

<tables>
  Tabla 1. Rangos

<charts>
  Gráfica 1. Dibujo`,
    )
  })

  test('«por: sector» hace una sección por sector, con su antetítulo, en su orden', () => {
    expect(
      volcado(
        documentoCon({
          '60-sector.md': seccion('por: sector\nantetitulo: Reportes\npie: "Sector {{sector.nombre}}"', '# {{sector.nombre}}'),
        }),
      ),
    ).toBe(
      '=== sector-movilidad [decimal] Sector Movilidad\n\n# (Reportes) Movilidad\n\n=== sector-educacion [decimal] Sector Educación\n\n# (Reportes) Educación',
    )
  })

  test('dos títulos iguales tienen dos lugares distintos', () => {
    const [seccionUna] = documentoCon({ '10-una.md': '# Uno\n\n# Uno\n\n# Uno 2' }).sections
    const ids = (seccionUna?.blocks ?? []).map((b) => (b.type === 'heading' ? b.id : ''))
    expect(new Set(ids).size).toBe(3)
  })

  test('«requiere» quita la sección cuyo texto falta, con un aviso', () => {
    const plantillas = { '10-una.md': seccion('requiere: liderazgo', '{{texto "liderazgo"}}'), '20-dos.md': 'Dos' }
    const { documento, notices } = componerCon(plantillas)
    expect(documento && volcado(documento)).toBe('=== dos [decimal]\n\nDos')
    expect(notices).toEqual([{ kind: 'texto-ausente', clave: 'liderazgo', cell: '', templates: ['10-una.md'], near: null }])
    expect(volcado(documentoCon(plantillas, conTextos({ liderazgo: 'Palabras.' })))).toContain('Palabras.')
  })

  test('una clave que ninguna plantilla conoce se avisa en su celda; una que se nombra y falta, también', () => {
    const { notices } = componerCon(
      { '10-una.md': '{{texto "una"}} {{#si (hayTexto "cuatros")}}x{{/si}} {{> p}}', 'parciales/p.md': '{{texto "tercera"}}' },
      conTextos({ una: 'Uno', cuatro: 'Cuatro' }),
    )
    expect(notices).toEqual([
      { kind: 'texto-ausente', clave: 'cuatros', cell: '', templates: ['10-una.md'], near: 'cuatro' },
      { kind: 'texto-ausente', clave: 'tercera', cell: '', templates: ['parciales/p.md'], near: null },
      { kind: 'texto-desconocido', clave: 'cuatro', cell: 'Textos!A3', templates: [], near: 'cuatros' },
    ])
  })

  test('la clave de una sección que no se incluye es conocida, y no hace falta', () => {
    const { notices } = componerCon({ '10-una.md': seccion('incluir: no', '{{texto "una"}}') })
    expect(notices).toEqual([])
    expect(componerCon({ '10-una.md': seccion('incluir: no', '{{texto "una"}}') }, conTextos({ una: 'Uno' })).notices).toEqual([])
  })
})

describe('la prosa del libro', () => {
  const con = (prosa: string, plantilla = '{{texto "t"}}') => texto(plantilla, conTextos({ t: prosa }))

  test('sigue en el párrafo que la rodea', () => {
    expect(con('Uno **dos**.', 'Antes: {{texto "t"}} Después.')).toBe('Antes: Uno **dos**. Después.')
    expect(con('Uno.\n\nDos.', 'Antes: {{texto "t"}} Después.')).toBe('Antes: Uno.\n\nDos. Después.')
    expect(con('Uno:\n\n- a\n- b', 'Antes: {{texto "t"}} Después.')).toBe('Antes: Uno:\n\n- a\n- b\n\nDespués.')
    expect(con('- a\n- b', 'Antes. {{texto "t"}} Después.')).toBe('Antes.\n\n- a\n- b\n\nDespués.')
  })

  test('una que falta no deja ni párrafo ni espacio', () => {
    expect(texto('Antes. {{texto "nada"}}\n\n{{texto "nada"}}\n\nDespués.')).toBe('Antes.\n\nDespués.')
  })

  test('sabe su hoja, clave, columna y celda, palabra por palabra', () => {
    const libro = unLibro()
      .producto('1.1.1', { metas: { 2023: 1 }, avances: { 2023: 1 }, dificultades: 'Faltó *tiempo* y [acta](https://a.co).' })
      .libro()
    const documento = documentoCon(
      {
        '60-sector.md': seccion('por: sector', '*Dificultades.* {{#cada sector.productosConMeta as |p|}}{{prosa p.dificultades}}{{/cada}}'),
      },
      libro,
    )
    const mark = nodos(documento, 'text').at(-1)?.source?.mark
    expect(mark).toMatch(/^_1_1_1_dificult_\w+_1$/u)
    const fuente = { sheet: 'Reportes', key: '1.1.1', column: 'Dificultades', cell: 'Reportes!C2', mark }
    expect(nodos(documento, 'text').map((n) => [n.value, n.source])).toEqual([
      ['Dificultades.', undefined],
      [' ', undefined],
      ['Faltó ', fuente],
      ['tiempo', fuente],
      [' y ', fuente],
      ['acta', fuente],
      ['.', fuente],
    ])
  })

  test('nombra cifras entre dobles corchetes, y salen con su origen', () => {
    const documento = documentoCon(
      { '10-una.md': '{{texto "t"}}' },
      conTextos({ t: 'Llegó a **[[1.1.1 LOGRO]]** de [[política  productos]].' }),
    )
    expect(volcado(documento)).toContain('Llegó a **‹8›** de ‹3›.')
    expect(nodos(documento, 'figure').map((n) => n.origin)).toEqual([
      { rule: 'logro', name: '1.1.1 logro', cells: ['Avances!C2'] },
      { rule: 'productos', name: 'política productos', cells: ['Productos!A2', 'Productos!A3', 'Productos!A4'] },
    ])
    expect([...nodos(documento, 'text'), ...nodos(documento, 'figure')].every((n) => n.source?.cell === 'Textos!B2')).toBe(true)
  })

  test('un nombre de cifra en otro valor son palabras, y en una plantilla una falta: nadie quiere sus corchetes impresos', () => {
    expect(texto('[[otra cosa]] y [[1]](https://a.co)')).toContain('[[otra cosa]]')
    for (const nombre of ['[[política productos]]', '[[política avanse]]'])
      expect(faltas({ '10-una.md': `Uno\n\nDos ${nombre}` })).toEqual([
        `10-una.md:3: se encontró ${nombre}, que en una plantilla se imprime tal como está; se esperaba los valores de una plantilla entre llaves, como {{politica.avance}}; los corchetes son de los textos del libro. Use el valor que le corresponde en la guía de plantillas, o lleve ese texto a la hoja Textos.`,
      ])
    const libro = unLibro().politica('Nombre', '[[política productos]]').libro()
    expect(texto('{{politica.nombre}}', libro)).toBe('[[política productos]]')
  })

  test.each([
    ['# Título', '# Título'],
    ['<b>negra</b> y <script>alert(1)</script>', '<b>negra</b> y <script>alert(1)</script>'],
    ['<div>bloque</div>', '<div>bloque</div>'],
    ['Antes ![foto](https://a.co/f.png) después', 'Antes ![foto](https://a.co/f.png) después'],
    ['[clic](javascript:alert(1))', '[clic](javascript:alert(1))'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b | |---|---| | 1 | 2 |'],
    ['`código`', '`código`'],
    ['~~tachado~~', '~~tachado~~'],
    ['{{politica.nombre}} y {{{x}}} y {{> p}}', '{{politica.nombre}} y {{{x}}} y {{> p}}'],
    ['Uno\u{E000}0\u{E001}dos', 'Uno0dos'],
  ])('%j se muestra como texto', (prosa, esperado) => {
    expect(con(prosa, 'X {{texto "t"}}')).toBe(`X ${esperado}`)
  })

  test.each([
    ['lista dentro de lista', '- a\n  - b\n    - c', ['a', 'b', 'c']],
    ['lista que empieza en 4', '4. a\n5. b', ['4. a', '5. b']],
    ['cita con dos párrafos', '> a\n>\n> b', ['> a', '  b']],
    ['nota con dos párrafos', 'x[^1]\n\n[^1]: a\n\n    b', ['[^1] a / b']],
    ['nota con una lista', 'x[^1]\n\n[^1]: a\n    - b', ['a', 'b']],
    ['salto de línea a la fuerza', 'a\\\nb', ['a\\b']],
    ['énfasis dentro de enlace', '[a *b*](https://a.co)', ['[a *b*](https://a.co)']],
  ])('no pierde palabras: %s', (_, prosa, esperados) => {
    const leido = con(prosa)
    for (const esperado of esperados) expect(leido).toContain(esperado)
  })

  test.each([
    ['en negrita', '**{{texto "t"}}**'],
    ['en un título', '## {{texto "t"}}'],
    ['en una nota', 'x[^1]\n\n[^1]: {{texto "t"}}'],
    ['en un punto de lista', '- {{texto "t"}}'],
    ['en una cita', '> {{texto "t"}}'],
    ['en el título de una tabla', '{{#tabla "semaforo"}}\nRangos: {{texto "t"}}\n{{/tabla}}'],
    ['bajo una tabla', '{{#tabla "semaforo"}}\nRangos\n{{texto "t"}}\n{{/tabla}}'],
    ['en los créditos', '{{#definicion "G"}}\n{{texto "t"}}\n{{/definicion}}'],
    ['en el pie de página', seccion('pie: "{{texto "t"}}"'.replaceAll('"t"', "'t'"), 'x')],
  ])('puesta %s, o sale o es un error: nunca se calla', (_, plantilla) => {
    const { documento, faults } = componerCon({ '10-una.md': plantilla }, conTextos({ t: 'Palabras del libro' }))
    if (faults.length === 0) expect(documento && volcado(documento)).toContain('Palabras del libro')
  })

  test('sus notas y las de las plantillas se numeran de corrido por todo el documento, cada una con sus palabras', () => {
    const libro = conTextos({ a: 'A[^1] y B[^nota].\n\n[^nota]: de b\n\n[^1]: de a', c: 'C[^1].\n\n[^1]: de c' })
    expect(
      volcado(
        documentoCon(
          { '10-una.md': 'X[^1]. {{texto "a"}}\n\n[^1]: de x', '20-dos.md': '{{texto "c"}} Y[^y].\n\n[^y]: de *y* {{politica.sigla}}' },
          libro,
        ),
      ),
    ).toBe(
      `=== una [decimal]

X[^1]. A[^2] y B[^3].
  [^1] de x
  [^2] de a
  [^3] de b

=== dos [decimal]

C[^4]. Y[^5].
  [^4] de c
  [^5] de *y* PPB`,
    )
  })
})

describe('las cifras calculadas', () => {
  test('llevan su regla, su nombre y sus celdas', () => {
    const documento = documentoCon({ '60-sector.md': seccion('por: sector', '{{sector.avance}} {{sector.conMeta}} {{politica.vigencia}}') })
    expect(nodos(documento.sections[0], 'figure')).toEqual([
      // 1.1.1: (10 + 8) / 20; 1.1.2: 1 / 1. (90 % + 100 %) / 2
      {
        type: 'figure',
        value: '95\u00a0%',
        origin: {
          rule: 'avance',
          name: 'Movilidad avance',
          cells: ['Avances!B2', 'Avances!C2', 'Productos!N2', 'Avances!C3', 'Productos!N3'],
        },
        mark: '_movilidad_avance_1',
      },
      {
        type: 'figure',
        value: '2',
        origin: { rule: 'con meta', name: 'Movilidad con meta', cells: ['Metas!C2', 'Metas!C3'] },
        mark: '_movilidad_con_meta_1',
      },
      {
        type: 'figure',
        value: '2023',
        origin: { rule: 'Vigencia', name: 'política vigencia', cells: ['Política!B8'] },
        mark: '_politica_vigencia_1',
      },
    ])
  })

  test('las de una tabla también', () => {
    const documento = documentoCon({ '10-una.md': '{{#cada sectores as |s|}}{{#tabla s.tabla}}\nT\n{{/tabla}}{{/cada}}' })
    const logro = nodos(documento, 'figure').find((n) => n.origin.name === '1.1.1 logro')
    expect(logro).toEqual({
      type: 'figure',
      value: '▼\u00a08',
      origin: { rule: 'logro', name: '1.1.1 logro', cells: ['Avances!C2'] },
      mark: '_1_1_1_logro_1',
    })
  })
})

describe('lo que escribe una plantilla no se pierde', () => {
  test.each([
    ['HTML', 'Antes <b>negra</b> {{politica.sigla}}', ['negra', 'PPB']],
    ['un bloque HTML', '<div>\nUno {{politica.sigla}}\n</div>', ['Uno', 'PPB']],
    ['sangría de cuatro espacios', 'Antes\n\n    Uno {{politica.sigla}}', ['Uno', 'PPB']],
    ['una tabla Markdown', '| a | b |\n|---|---|\n| 1 | {{politica.sigla}} |', ['1', 'PPB']],
    ['tachado', '~~Uno~~ {{politica.sigla}}', ['Uno', 'PPB']],
    ['un bloque de código', '```\nUno {{politica.sigla}}\n```', ['Uno', 'PPB']],
    ['una imagen', '![Uno](a.png)', ['Uno']],
    ['una nota que nadie define', 'Uno[^2]', ['Uno', '[^2]']],
    ['un enlace por referencia', '[Uno][u]\n\n[u]: https://a.co', ['Uno']],
  ])('%s: o sale o es un error', (_, plantilla, palabras) => {
    const { documento, faults } = componerCon({ '10-una.md': plantilla })
    for (const palabra of faults.length === 0 ? palabras : []) expect(documento && volcado(documento)).toContain(palabra)
  })
})

describe('cada ayudante da lo que dice su línea de la guía', () => {
  /** A call of `HELPERS` as it stands there, with these words where its dots are. */
  const llamada = (nombre: string, dentro = '') =>
    (HELPERS[nombre]?.call ?? '').replace('…{{else}}…', 'la primera{{else}}la segunda').replace('…', dentro)
  const da = (nombre: string) => HELPERS[nombre]?.gives ?? ''
  const cierto = (llamado: string, libro?: Libro) =>
    texto(`{{#cada sectores as |sector|}}{{#si ${llamado}}}cierto{{else}}falso{{/si}} {{/cada}}`, libro)
  const enSector = (cuerpo: string, libro?: Libro) => texto(`{{#cada sectores as |sector|}}\n${cuerpo}\n\n{{/cada}}`, libro)
  /** A product with its goal of the vigencia met, or not at all. */
  const producto = (sector: string, logrado: boolean) => ({ sector, metas: { 2023: 4 }, avances: { 2023: logrado ? 4 : 1 } })

  const CASOS: Readonly<Record<string, () => void>> = {
    si: () => {
      const libro = unLibro().producto('1.1.1', producto('Ambiente', true)).producto('1.1.2', producto('Salud', false)).libro()
      expect(enSector(llamada('si'), libro)).toBe('la segunda\n\nla primera') // Ambiente has 0 in red, Salud 1
      expect(texto('{{#si capacitaciones}}a{{else}}b{{/si}}{{#si sectores}}c{{/si}}{{#si politica.sigla}}d{{/si}}')).toBe('bcd')
    },
    cada: () => {
      expect(texto(llamada('cada', '{{sector.nombre}};'))).toBe('Movilidad;Educación;')
      expect(texto('Nada:{{#cada productosSinMeta as |p|}} {{p.nombre}}{{/cada}}.')).toBe('Nada:.')
    },
    es: () => {
      const libro = unLibro().producto('1.1.1', producto('Ambiente', true)).producto('1.1.2', producto('Salud', false)).libro()
      expect(cierto(llamada('es'), libro)).toBe('falso cierto')
      expect(cierto('(es sector.productos 1)', libro)).toBe('cierto cierto')
    },
    mayor: () => expect(cierto(llamada('mayor'))).toBe('cierto falso'),
    no: () => {
      const libro = unLibro()
        .sector('Ambiente', { conclusiones: 'Bien.' })
        .producto('1.1.1', producto('Ambiente', true))
        .producto('1.1.2', producto('Salud', true))
      expect(cierto(llamada('no'), libro.libro())).toBe('falso cierto')
    },
    y: () => {
      expect(cierto('(y sector.verde sector.productos)')).toBe('cierto cierto')
      expect(cierto('(y sector.verde sector.rojo)')).toBe('falso falso')
    },
    o: () => {
      expect(cierto('(o sector.rojo sector.verde)')).toBe('cierto cierto')
      expect(cierto('(o sector.rojo sector.amarillo)')).toBe('falso falso')
    },
    cuantos: () => {
      const libro = Array.from({ length: 14 }, (_, i) => i + 1)
        .reduce((l, n) => l.producto(`1.1.${n}`, producto(`Sector ${n}`, true)), unLibro())
        .libro()
      expect(texto(`{{${llamada('cuantos').slice(1, -1)}}}`, libro)).toBe(da('cuantos'))
    },
    plural: () => {
      expect(enSector(llamada('plural'))).toBe(`‹${da('plural').split(' ')[0]}› productos\n\n‹1› producto`)
      expect(texto('{{plural 0 "producto" "productos"}}, {{plural 1 "vez" "veces"}}')).toBe('0 productos, 1 vez')
    },
    segun: () => expect(enSector(llamada('segun'))).toBe(`${da('segun')}\n\ntenía`),
    lista: () => {
      const nombres = da('lista').split(/, | e /u)
      const libro = nombres.reduce<UnLibro>((l, nombre, i) => l.producto(`1.1.${i + 1}`, producto(nombre, true)), unLibro()).libro()
      expect(nombres).toHaveLength(3)
      expect(texto(llamada('lista'), libro)).toBe(da('lista'))
    },
    del: () => expect(texto(llamada('del'))).toBe(da('del').replace('…', ' Distrital de Movilidad')),
    el: () => expect(texto(llamada('el'))).toBe(da('el').replace('…', ' Distrital de Movilidad')),
    mayuscula: () => expect(texto(llamada('mayuscula'))).toBe(da('mayuscula').replace('…', ' Distrital de Movilidad')),
    numero: () => {
      expect(texto(llamada('numero'))).toBe(da('numero'))
      expect(texto('{{numero 1300231}} {{numero 5.7}} {{numero 0}}')).toBe('1.300.231 5,7 0')
    },
    porcentaje: () => {
      expect(texto(llamada('porcentaje'))).toBe(da('porcentaje'))
      expect(texto('{{porcentaje 0.35}} {{porcentaje 0.125}} {{porcentaje 2}}')).toBe('35 % 12,5 % 200 %')
    },
    fecha: () => {
      expect(texto(llamada('fecha'))).toBe(da('fecha'))
      expect(texto('{{fecha "2031-01-01"}}, {{fecha politica.fechaCorte}}')).toBe('1 de enero de 2031, ‹31 de diciembre de 2023›')
      expect(faltas({ '10-una.md': 'Uno\n{{fecha "2031-13-01"}}' })[0]).toMatch(/^10-una\.md:2: se encontró la fecha «2031-13-01»/u)
      expect(faltas({ '10-una.md': '{{fecha "2031-02-30"}}' })[0]).toMatch(/^10-una\.md:1: se encontró la fecha «2031-02-30»/u)
    },
    codigo: () => {
      const libro = unLibro().producto(da('codigo'), producto('Salud', true)).libro()
      expect(enSector(`{{#cada sector.productosConMeta as |producto|}}${llamada('codigo')}{{/cada}}`, libro)).toBe(`{${da('codigo')}}`)
    },
    prosa: () => {
      const libro = unLibro()
        .producto('1.1.1', { ...producto('Salud', true), logros: 'Se *hizo*.' })
        .libro()
      expect(enSector(`{{#cada sector.productosConMeta as |producto|}}Antes: ${llamada('prosa')}{{/cada}}`, libro)).toBe(
        'Antes: Se *hizo*.',
      )
    },
    texto: () => expect(texto(llamada('texto'), conTextos({ presentacion: 'Lo *escrito*.' }))).toBe('Lo *escrito*.'),
    hayTexto: () => {
      expect(texto(`A${llamada('hayTexto', 'sí')}`, conTextos({ 'contexto-plan': 'x' }))).toBe('Así')
      expect(texto(`A${llamada('hayTexto', 'sí')}`)).toBe('A')
    },
    tabla: () => {
      expect(texto(llamada('tabla', 'nosotros.'))).toBe(
        '[Tabla 1. Título]\nColor | Cumplimiento de la meta de la vigencia\nVerde | 75 % o más\nAmarillo | 50 % a 74 %\nRojo | 49 % o menos\n~ Fuente: nosotros.',
      )
    },
    grafica: () => {
      const leido = enSector(llamada('grafica', 'nosotros.'), unLibro().producto('1.1.1', producto('Salud', true)).libro())
      expect(leido.split('\n')[0]).toBe('[Gráfica 1. Título]')
      expect(leido.split('\n').at(-1)).toBe('~ Fuente: nosotros.')
    },
    ref: () => expect(texto(`${SEMAFORO}\n\nLa ${llamada('ref')}.`)).toMatch(/\n\nLa →Tabla 1\.$/u),
    indice: () => expect(texto(`${llamada('indice')}\n\n${SEMAFORO}`)).toMatch(/^<tables>\n {2}Tabla 1\. Rangos\n/u),
    definicion: () => expect(texto(llamada('definicion', '\nAna Gómez\nLuis Díaz\n'))).toBe('Equipo técnico: Ana Gómez / Luis Díaz'),
    // 8 of 10 done of a final goal of 10: avance 80 %, planned 100 %.
    ficha: () => {
      const libro = unLibro()
        .producto('1.1.1', { sector: 'Salud', singular: 'visita', plural: 'visitas', metas: { 2023: 10 }, avances: { 2023: 8 } })
        .libro()
      expect(enSector(llamada('ficha'), libro)).toBe(
        [
          '‹80 %› avance acumulado del plan',
          'Avance frente a lo planeado a 2023: 0.8 | 1 planeado ‹100 %›; behind(▼ ‹20 puntos porcentuales› por debajo de lo planeado)',
          'verde: ‹1› 75 % o más',
          'amarillo: ‹0› 50 % a 74 %',
          'rojo: ‹0› 49 % o menos',
          'sin-meta: ‹0› sin meta en 2023',
          'cumplido: ‹0› cumplidos antes de 2023',
          '~ behind(▼ Con rezago acumulado:) {1.1.1} (faltan ‹2 visitas›).',
        ].join('\n'),
      )
    },
  }

  test.each(Object.keys(HELPERS))('%s', (nombre) => {
    expect(CASOS, `falta un caso para «${nombre}»`).toHaveProperty(nombre)
    CASOS[nombre]?.()
  })

  test('los de números, porcentajes y fechas escritos a mano están en la guía', () => {
    expect(Object.keys(HELPERS)).toEqual(expect.arrayContaining(['numero', 'porcentaje', 'fecha']))
  })

  test('«y» pasa a «e» solo ante el sonido i', () => {
    const y = (ultimo: string) => {
      const libro = unLibro()
        .sector('Ambiente')
        .producto('1.1.1', producto('Ambiente', true))
        .producto('1.1.2', producto(ultimo, true))
        .libro()
      return texto('{{lista sectores "nombre"}}', libro)
    }
    expect(['Integración', 'Historia', 'Industria', 'Ínsulas'].map(y)).toEqual([
      'Ambiente e Integración',
      'Ambiente e Historia',
      'Ambiente e Industria',
      'Ambiente e Ínsulas',
    ])
    expect(['Hierro', 'Hábitat', 'Yopal', 'Iones', 'Urbanismo'].map(y)).toEqual([
      'Ambiente y Hierro',
      'Ambiente y Hábitat',
      'Ambiente y Yopal',
      'Ambiente y Iones',
      'Ambiente y Urbanismo',
    ])
    expect(['Industria, Comercio y Turismo', 'Parques, Ríos y Cerros'].map(y)).toEqual([
      'Ambiente; e Industria, Comercio y Turismo',
      'Ambiente; y Parques, Ríos y Cerros',
    ])
  })

  test.each([
    ['Secretaría Distrital de Salud', 'de la', 'la'],
    ['Instituto Distrital de Turismo', 'del', 'el'],
    ['Dirección de Gestión', 'de la', 'la'],
    ['Unidad Administrativa Especial', 'de la', 'la'],
    ['Alta Consejería Distrital', 'de la', 'la'],
    ['Oficina Asesora de Planeación', 'de la', 'la'],
    ['Fondo de Desarrollo Local', 'del', 'el'],
    ['Departamento Administrativo', 'del', 'el'],
    ['Programa de Gobierno', 'del', 'el'],
    ['Sistema Distrital de Cuidado', 'del', 'el'],
    ['Área de Seguimiento', 'del', 'el'],
    ['Región Metropolitana', 'de la', 'la'],
    ['Gestión del Conocimiento', 'de la', 'la'],
    ['Red de Bibliotecas', 'de la', 'la'],
    ['Ley de Víctimas', 'de la', 'la'],
    ['Aula Ambiental', 'del', 'el'],
    ['Guion Museográfico', 'del', 'el'],
    ['Análisis de Datos', 'del', 'el'],
    ['Aguas de la Sabana', 'de las', 'las'],
    ['Redes de Apoyo', 'de las', 'las'],
    ['Bosques Urbanos', 'de los', 'los'],
  ])('%s: «%s», «%s»', (entidad, del, el) => {
    const libro = unLibro().politica('Entidad líder', entidad).libro()
    expect(texto('{{del politica.entidad}}; {{el politica.entidad}}', libro)).toBe(`${del} ${entidad}; ${el} ${entidad}`)
  })
})

describe('una falta del tema', () => {
  const tema = readFileSync(new URL('../templates/temas/institucional.json', import.meta.url), 'utf8')
  const linea = (parte: string) => tema.slice(0, tema.indexOf(parte)).split('\n').length

  test('dice la línea y el nombre más parecido, una sola vez', () => {
    expect(readTheme(tema.replace('"tinta":', '"tintta":')).faults).toEqual([
      {
        path: 'colores.tintta',
        line: linea('"tinta":'),
        found: 'el nombre «tintta»',
        expected: 'solo los valores que un tema tiene',
        remedy: '¿Quiso decir «tinta»?',
      },
    ])
  })

  test('dice qué falta, qué valor no sirve, y dónde deja de leerse', () => {
    expect(readTheme(tema.replace(/"tinta": "[^"]*"/u, '"tinta": "morado"')).faults).toMatchObject([
      { path: 'colores.tinta', line: linea('"tinta":'), found: '"morado"', expected: 'un color en la forma #RRGGBB' },
    ])
    expect(readTheme(tema.replace(/"tinta": "[^"]*",/u, '')).faults).toMatchObject([
      { path: 'colores.tinta', line: linea('"colores":'), found: 'nada', expected: 'texto' },
    ])
    expect(readTheme(tema.replace(/"tinta": "[^"]*",/u, '"tinta": "#000000",,')).faults).toMatchObject([
      { path: '', line: linea('"tinta":') },
    ])
  })
})
