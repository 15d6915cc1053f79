import type {
  Block,
  ChartData,
  Documento,
  FinalState,
  HeadingBlock,
  IndexEntry,
  Inline,
  ScorecardBlock,
  Section,
  State,
  TableBlock,
} from '../src/document/index.js'

/** A whole report about an invented policy, some 20 pages, with every kind of node, section and index. */
export function unDocumento(): Documento {
  const body = [resumen(), contexto(), seguimiento(), salud(), ambiente(), cierre(), anexo()]
  return {
    language: 'es-CO',
    title: 'Informe anual de seguimiento 2031',
    author: 'Secretaría Distrital de Huertas',
    subject: 'Política Pública de Huertas Urbanas',
    keywords: ['huertas', 'seguimiento', '2031'],
    header: { left: 'Informe anual de seguimiento · PPHU', right: 'Vigencia 2031' },
    draft: null,
    sections: [portada(), preliminares(body), ...body],
  }
}

const text = (value: string): Inline => ({ type: 'text', value })
const code = (value: string): Inline => ({ type: 'code', value })
const chip = (state: FinalState, value: string): Inline => ({ type: 'chip', state, value })
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children })
const tone = (name: 'behind' | 'ahead' | 'secondary', value: string): Inline => ({ type: 'tone', tone: name, children: [text(value)] })
const figure = (value: string): Inline => ({ type: 'figure', value, origin: { rule: 'cumplimiento', name: '', cells: ['Avances!F12'] } })
const reference = (target: string, label: string): Inline => ({ type: 'reference', target, label })
const note = (number: number, ...paragraphs: Inline[][]): Inline => ({ type: 'footnote', number, children: paragraphs })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', role: 'normal', children })
const lead = (...children: Inline[]): Block => ({ type: 'paragraph', role: 'lead', children })
const h = (depth: 1 | 2 | 3 | 4, id: string, title: string, kicker: string | null = null): HeadingBlock => ({
  type: 'heading',
  id,
  depth,
  children: [text(title)],
  kicker,
  listed: depth <= 2,
})
const producto = (codigo: string, nombre: string): HeadingBlock => ({
  ...h(3, `producto-${codigo}`, nombre),
  children: [code(codigo), text(` ${nombre}`)],
})
const fuente: Inline[] = [text('Fuente: elaboración propia con base en los reportes oficiales del sector, vigencia 2031.')]

const RELLENO =
  'Las huertas comunitarias reunieron a vecinas y vecinos de las localidades en jornadas de siembra, riego y cosecha, con acompañamiento técnico de las entidades del Distrito y con semillas que las mismas organizaciones conservaron y compartieron durante el año.'
const parrafos = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) => p(text(`${i + 1} de ${count}: ${RELLENO} ${RELLENO.slice(0, 90 + 40 * (i % 4))}.`)))

function portada(): Section {
  const states: readonly (readonly [State, number])[] = [
    ['verde', 56],
    ['amarillo', 1],
    ['rojo', 11],
    ['sin-meta', 1],
    ['cumplido', 4],
  ]
  const cover: Block = {
    type: 'cover',
    issuer: ['Secretaría Distrital de Huertas', 'Dirección de Siembra y Cosecha'],
    title: ['Informe anual', 'de seguimiento', '2031'],
    subtitle: 'Balance sobre la implementación del Plan de Acción 2028–2037 de la Política Pública de Huertas Urbanas, PPHU',
    tiles: states.flatMap(([state, count]) => Array<State>(count).fill(state)),
    legend: 'Cada cuadro es un producto del Plan, por su estado al cierre de 2031',
    alt: `Cuadros por estado: ${states.map(([state, count]) => `${state}, ${count}`).join('; ')}.`,
    imprint: 'CONPES D.C. 99 de 2027 · Bogotá D.C., 2032',
  }
  return { id: 'portada', footer: '', numbering: 'none', orientation: 'portrait', blocks: [cover] }
}

function preliminares(body: readonly Section[]): Section {
  const blocks = body.flatMap((section) => section.blocks)
  const contents = blocks.flatMap((b): IndexEntry[] =>
    b.type === 'heading' && b.listed
      ? [{ target: b.id, depth: b.depth === 1 ? 1 : 2, label: null, text: b.children.map(value).join('') }]
      : [],
  )
  const captions = (type: 'table' | 'chart') =>
    blocks.flatMap((b): IndexEntry[] =>
      b.type === type && b.caption !== null
        ? [{ target: b.id, depth: 1, label: `${b.caption.label} ${b.caption.number}`, text: b.caption.children.map(value).join('') }]
        : [],
    )
  return {
    id: 'preliminares',
    footer: 'Índices',
    numbering: 'roman',
    orientation: 'portrait',
    blocks: [
      { ...h(1, 'creditos', 'Créditos'), listed: false },
      {
        type: 'definitions',
        items: [
          { term: 'Alcaldía Mayor de Bogotá', details: [[text('Nombre del Alcalde')], [text('Alcalde Mayor')]] },
          { term: 'Secretaría Distrital de Huertas', details: [[text('Nombre de la Secretaria')]] },
        ],
      },
      { ...h(1, 'contenido', 'Contenido'), listed: false },
      { type: 'index', of: 'contents', entries: contents },
      { ...h(2, 'indice-de-tablas', 'Índice de tablas'), listed: false },
      { type: 'index', of: 'tables', entries: captions('table') },
      { ...h(2, 'indice-de-graficas', 'Índice de gráficas'), listed: false },
      { type: 'index', of: 'charts', entries: captions('chart') },
    ],
  }
}

const value = (inline: Inline): string => ('value' in inline ? inline.value : '')

function resumen(): Section {
  const fila = (sector: string, productos: readonly Inline[], avance: string, diferencia: Inline): TableBlock['rows'][number] => ({
    kind: 'body',
    cells: [
      [text(sector)],
      productos.flatMap((producto, i) => (i === 0 ? [producto] : [text(' '), producto])),
      [figure(avance)],
      [diferencia],
    ],
  })
  const verdes = (count: number): Inline[] => Array.from({ length: count }, (_, i) => chip('verde', `2.2.${i + 1}`))
  return {
    id: 'resumen',
    footer: 'El año en una página',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'resumen-titulo', 'El año en una página', 'Resumen'),
      lead(text('De los 30 productos del Plan, 28 tenían meta para 2031.')),
      {
        type: 'table',
        id: 'tabla-resumen',
        caption: { label: 'Tabla', number: 'A1', children: [text('Los 30 productos por sector y estado')] },
        columns: [
          { title: [text('Sector')], align: 'left', weight: 23 },
          { title: [text('Productos')], align: 'left', weight: 53 },
          { title: [text('Avance')], align: 'right', weight: 10 },
          { title: [text('Frente a'), { type: 'break' }, text('lo planeado')], align: 'right', weight: 14 },
        ],
        rows: [
          fila('Ambiente', [chip('verde', '2.1.2'), chip('verde', '2.3.3')], '68 %', tone('behind', '▼ −2')),
          fila(
            'Desarrollo Económico, Industria y Turismo',
            [
              chip('verde', '1.1.1'),
              chip('rojo', '▼ 1.1.2'),
              chip('amarillo', '1.1.3'),
              chip('sin-meta', '1.1.7'),
              chip('cumplido', '4.2.6'),
            ],
            '47 %',
            figure('+12'),
          ),
          fila('Integración Social', [...verdes(9), chip('rojo', '▼ 2.2.10'), ...verdes(8)], '66 %', figure('0')),
        ],
        notes: [
          [
            chip('verde', 'verde'),
            text(' '),
            chip('amarillo', 'amarillo'),
            text(' '),
            chip('rojo', '▼ rojo'),
            text(' '),
            chip('sin-meta', 'sin meta'),
            text(' '),
            chip('cumplido', 'cumplido'),
            text('. Diferencias en puntos porcentuales.'),
          ],
        ],
      },
    ],
  }
}

function ficha(): ScorecardBlock {
  return {
    type: 'scorecard',
    id: 'ficha-salud',
    headline: { figure: [figure('55 %')], label: [text('avance acumulado del plan')] },
    bar: {
      title: [text('Avance frente a lo planeado a 2031')],
      value: 0.547,
      mark: 0.338,
      markLabel: [text('planeado '), figure('34 %')],
      note: [figure('21 puntos'), text(' por encima de lo planeado')],
    },
    counts: [
      { state: 'verde', figure: [figure('2')], label: [text('75 % o más')] },
      { state: 'amarillo', figure: [figure('0')], label: [text('51 % a 74 %')] },
      { state: 'rojo', figure: [figure('1')], label: [text('50 % o menos')] },
      { state: 'sin-meta', figure: [figure('0')], label: [text('sin meta en 2031')] },
      { state: 'cumplido', figure: [figure('0')], label: [text('cumplidos antes de 2031')] },
    ],
    notes: [[text('Con rezago en el acumulado: '), code('1.2.5'), text(' '), tone('behind', '▼ faltan 89.750'), text('.')]],
    alt: 'Barra de avance: 54,7 % de un plan que debía ir en 33,8 %.',
  }
}

function contexto(): Section {
  return {
    id: 'contexto',
    footer: 'Contexto de la Política',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'presentacion', 'Presentación'),
      lead(
        text('De los 30 productos del Plan, '),
        strong(figure('28 llegaron a la meta')),
        text(' y '),
        tone('behind', '▼ 2 no llegaron'),
        text('.'),
      ),
      ...parrafos(4),
      h(1, 'contexto-titulo', 'Contexto de la Política'),
      p(
        text('La '),
        reference('tabla-productos', 'Tabla 1'),
        text(' y el capítulo '),
        reference('salud-titulo', 'Salud'),
        text(' muestran el detalle.'),
      ),
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          [p(text('Siembra de semillas nativas.'))],
          [
            p(text('Riego con agua lluvia:')),
            { type: 'list', ordered: true, start: 3, items: [[p(text('tanques;'))], [p(text('canales.'))]] },
          ],
        ],
      },
      { type: 'list', ordered: true, start: 1, items: [[p(text('Primer paso.'))], [p(text('Segundo paso.'))]] },
      { type: 'quote', children: [p({ type: 'emphasis', children: [text('La tierra es de quien la trabaja.')] })] },
      h(2, 'norma', 'Marco normativo'),
      p(
        text('Consulte el '),
        { type: 'link', url: 'https://www.bogota.gov.co/norma?a=1&b=2', children: [text('texto del acuerdo')] },
        text(' con sus anexos.'),
        note(
          1,
          [text('Acuerdo 1 de 2027, artículo 3.'), { type: 'break' }, text('Modificado en 2029.')],
          [text('Segundo párrafo de la nota.')],
        ),
      ),
      h(4, 'detalle', 'Detalle de la consulta'),
      { type: 'paragraph', role: 'note', children: [text('Texto peligroso: { TOC \\o } <w:p> & "comillas" \u0007\uFFFE fin.')] },
      tablaLarga(),
      p(tone('secondary', 'Cifras con corte a 31 de diciembre.')),
    ],
  }
}

function tablaLarga(): TableBlock {
  return {
    type: 'table',
    id: 'tabla-productos',
    caption: { label: 'Tabla', number: '1', children: [text('Número de asistentes por jornada en las localidades de la ciudad')] },
    columns: [
      { title: [text('Jornada')], align: 'left', weight: 4 },
      { title: [text('Asistentes')], align: 'right', weight: 1 },
      { title: [text('Mes')], align: 'center', weight: 1 },
    ],
    rows: [
      ...Array.from({ length: 30 }, (_, i) => ({
        kind: 'body' as const,
        cells: [
          [
            text(`Jornada número ${i + 1} de siembra y cosecha en la huerta comunitaria de la localidad`),
            ...(i === 11 ? [note(2, [text('Nota dentro de una celda.')])] : []),
          ],
          [figure(String(10 + i))],
          i === 3 ? [] : [text('marzo')],
        ],
      })),
      { kind: 'total', cells: [[text('Total')], [figure('735')], []] },
    ],
    notes: [[text('La jornada 4 no informó su mes.')], fuente],
  }
}

const ESTADOS = ['verde', 'amarillo', 'rojo', 'sin-meta', 'cumplido'] as const
const RANGOS = ['75 % o más', '51 % a 74 %', '50 % o menos', 'Sin meta en 2031', 'Cumplidos antes de 2031']

/** The numbers of a chart with one bar a state, in their fixed order. */
export function porEstado(values: readonly number[], labels: readonly string[] = values.map(String)): ChartData {
  return {
    kind: 'states',
    categories: RANGOS.slice(0, values.length),
    series: [{ name: 'Productos', values, labels }],
    states: ESTADOS.slice(0, values.length),
    shares: false,
  }
}

function seguimiento(): Section {
  return {
    id: 'seguimiento',
    footer: 'Seguimiento a la implementación',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'seguimiento-titulo', 'Seguimiento a la implementación, vigencia 2031'),
      ...parrafos(3),
      {
        type: 'chart',
        id: 'grafica-cumplimiento',
        caption: { label: 'Gráfica', number: '1', children: [text('Cumplimiento de las metas')] },
        data: porEstado([20, 8, 2], ['20 (67 %)', '8 (27 %)', '2 (7 %)']),
        image: 'grafica-01',
        alt: 'Barras: 20 productos en verde, 8 en amarillo y 2 en rojo.',
        notes: [fuente],
      },
      h(2, 'periodicidad', 'Productos por periodicidad'),
      ...parrafos(5),
    ],
  }
}

function salud(): Section {
  return {
    id: 'salud',
    footer: 'Sector Salud',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'salud-titulo', 'Salud', 'Reportes sectoriales'),
      ficha(),
      lead(
        text('El sector ha avanzado '),
        figure('55 %'),
        text('.'),
        note(3, [text('Cada producto cuenta hasta el 100 % de su meta final; lo que la supera no se suma.')]),
      ),
      tablaCumplimiento(),
      {
        type: 'chart',
        id: 'grafica-salud',
        caption: {
          label: 'Gráfica',
          number: '2',
          children: [text('Número de productos del Sector Salud según su cumplimiento, vigencia 2031')],
        },
        data: porEstado([2, 0, 1, 0]),
        image: 'grafica-02',
        alt: 'Barras: 2 productos en verde y 1 en rojo.',
        notes: [fuente],
      },
      producto(
        '1.2.4',
        'Asesoría y acompañamiento a las huertas relacionadas con la salud, a través de actores institucionales y de base comunitaria',
      ),
      p(tone('behind', '▼ 38 % de la meta de 2031'), text(' (285 de 756 asesorías). '), text(RELLENO)),
      p(text('En el acumulado el producto lleva 4.591 frente a una meta de 2.376: '), strong(text('2.215 por encima')), text('.')),
      producto('1.2.5', 'Distribución de semillas'),
      p(tone('ahead', '265 % de la meta de 2031'), text(' (1.300.231 de 490.000 semillas). '), text(RELLENO)),
      ...parrafos(3),
    ],
  }
}

function tablaCumplimiento(): TableBlock {
  const fila = (codigo: string, nombre: string, cifras: readonly Inline[]) => ({
    kind: 'body' as const,
    cells: [[code(codigo), text(` ${nombre}`)], ...cifras.map((cifra) => [cifra])],
  })
  return {
    type: 'table',
    id: 'tabla-salud',
    caption: { label: 'Tabla', number: '2', children: [text('Cumplimiento de productos responsabilidad del sector Salud')] },
    columns: [
      { title: [text('Producto')], align: 'left', weight: 48 },
      { title: [text('Meta acumulada'), { type: 'break' }, text('2028–2031')], align: 'right', weight: 15 },
      { title: [text('Logro acumulado'), { type: 'break' }, text('2028–2031')], align: 'right', weight: 15 },
      { title: [text('Meta'), { type: 'break' }, text('2031')], align: 'right', weight: 11 },
      { title: [text('Logro'), { type: 'break' }, text('2031')], align: 'right', weight: 11 },
    ],
    rows: [
      fila('1.2.1', 'Monitoreo de las canalizaciones efectivas por equipos sectoriales e intersectoriales', [
        figure('20 %'),
        figure('20 %'),
        figure('20 %'),
        figure('20 %'),
      ]),
      fila('1.2.4', 'Asesoría y acompañamiento a las huertas relacionadas con la salud', [
        figure('2.376'),
        figure('4.591'),
        figure('756'),
        tone('behind', '▼ 285'),
      ]),
      fila('1.2.5', 'Distribución de semillas en zonas y lugares donde se siembra', [
        figure('1.780.000'),
        tone('behind', '▼ 1.690.250'),
        figure('490.000'),
        figure('1.300.231'),
      ]),
    ],
    notes: [fuente],
  }
}

function ambiente(): Section {
  return {
    id: 'ambiente',
    footer: 'Sector Ambiente',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'ambiente-titulo', 'Ambiente', 'Reportes sectoriales'),
      ...parrafos(4),
      {
        type: 'picture',
        id: 'foto-huerta',
        image: 'foto-huerta',
        alt: 'Vecinas y vecinos riegan una huerta en una ladera.',
        caption: [text('Jornada de siembra en la localidad de '), { type: 'emphasis', children: [text('Usme')] }, text('.')],
      },
      { type: 'picture', id: 'orla', image: 'orla', alt: '', caption: [] },
      ...parrafos(10),
    ],
  }
}

function anexo(): Section {
  const columnas: readonly (readonly [string, number, TableBlock['columns'][number]['align']])[] = [
    ['Producto', 30, 'left'],
    ['Sector', 14, 'left'],
    ['Unidad', 11, 'left'],
    ['Meta acumulada', 10, 'right'],
    ['Logro acumulado', 10, 'right'],
    ['Meta 2031', 8, 'right'],
    ['Logro 2031', 8, 'right'],
    ['Estado', 9, 'left'],
  ]
  const estados: readonly Inline[] = [
    chip('verde', 'verde'),
    chip('rojo', '▼ rojo'),
    chip('amarillo', 'amarillo'),
    chip('sin-meta', 'sin meta'),
    chip('cumplido', 'cumplido'),
  ]
  const fila = (i: number): TableBlock['rows'][number] => ({
    kind: 'body',
    cells: [
      [code(`3.1.${i + 1}`), text(' Siembra y cuidado de especies nativas en los bordes de los ríos y las quebradas de la ciudad')],
      [text(i % 3 === 0 ? 'Ambiente' : 'Cultura, Recreación y Deporte')],
      [text('hectáreas')],
      [figure(`${i + 1}.200`)],
      [figure(`${i + 1}.350`)],
      [figure('300')],
      i % 5 === 1 ? [tone('behind', '▼ 120')] : [figure('310')],
      [estados[i % 5] ?? text('')],
    ],
  })
  return {
    id: 'anexo',
    footer: 'Anexo',
    numbering: 'decimal',
    orientation: 'landscape',
    blocks: [
      h(1, 'anexo-titulo', 'Todos los productos del Plan'),
      p(text('La tabla reúne los productos de todos los sectores, en el orden del Plan de Acción.')),
      {
        type: 'table',
        id: 'tabla-anexo',
        caption: { label: 'Tabla', number: 'A2', children: [text('Productos del Plan de Acción, con sus metas y sus logros')] },
        columns: columnas.map(([title, weight, align]) => ({ title: [text(title)], weight, align })),
        rows: Array.from({ length: 24 }, (_, i) => fila(i)),
        notes: [fuente],
      },
    ],
  }
}

function cierre(): Section {
  return {
    id: 'cierre',
    footer: '',
    numbering: 'decimal',
    orientation: 'portrait',
    blocks: [
      h(1, 'cierre-titulo', 'Conclusiones'),
      ...parrafos(4),
      {
        type: 'table',
        id: 'tabla-sin-numero',
        caption: null,
        columns: [
          { title: [text('Objetivo')], align: 'left', weight: 1 },
          { title: [text('Productos')], align: 'right', weight: 1 },
        ],
        rows: [{ kind: 'body', cells: [[text('Objetivo 1')], [figure('30')]] }],
        notes: [],
      },
    ],
  }
}
