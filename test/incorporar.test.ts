/** `informe incorporar`: what people changed in the Word report goes back to a copy of its workbook, and nothing else. */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../src/document/index.js'
import { incorporar as incorporarTextos } from '../src/incorporar/index.js'
import { conTextos } from '../src/libros/index.js'
import { prosasDe } from '../src/model/index.js'
import { incorporarDocumento } from '../src/pipeline/index.js'
import { type FormattedParagraph, leerConFormato, type TextoConFormato } from '../src/readers/index.js'
import { readLibro } from '../src/workbook/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { corrida, editado, enParrafo, escribiendo, type Palabras, parrafo, sobre } from './editar-word.js'
import { convertir, siHay } from './herramientas.js'
import { cargarRecursos } from './recursos.js'
import { formula, type UnLibro, unLibro } from './un-libro.js'
import { unMembrete } from './un-membrete.js'
import { documentoCon, type Plantillas, plantillasDelPrograma } from './una-composicion.js'

const { theme, assets } = cargarRecursos()
const CABEZA = { 'documento.yml': plantillasDelPrograma()['documento.yml'] ?? '' }

/** Every kind of thing that prose may hold, between words of a template. */
const PLANTILLA: Plantillas = {
  ...CABEZA,
  '10-una.md': `# Presentación

Estas palabras son de la plantilla, que va primero.

{{texto "presentacion"}}

## Seguimiento

El Plan tiene {{plural politica.productos "producto" "productos"}}, y de eso se trata. {{texto "seguimiento"}} Con esto cierra la plantilla.

{{#cada sectores as |sector|}}
{{#cada sector.productosConMeta as |producto|}}
{{> producto producto=producto}}
{{/cada}}
{{/cada}}

## Cierre

{{texto "cierre"}}

Fin de la plantilla.
`,
  'parciales/producto.md': plantillasDelPrograma()['parciales/producto.md'] ?? '',
}

const PRESENTACION = `La política *responde* a **muchas** personas de la ciudad.[^a] Vea [su página](https://bogota.gov.co/bici).

Hay [[política productos]] productos, y el primero logró [[1.1.1 logro]] en el año que se reporta.

- Una cosa que se hizo;
- otra *cosa*, en dos partes:
  1. la primera parte;
  2. la segunda parte.

> Una cita de alguien que vino.

Este párrafo cierra la presentación.

[^a]: Lo dice el acta de la mesa.`

const unaPolitica = (): UnLibro =>
  unLibro()
    .producto('1.1.1', {
      sector: 'Movilidad',
      metas: { 2023: 10 },
      avances: { 2023: 8 },
      logros: 'Se marcaron [[1.1.1 logro]] de ciclorruta.\n\nTambién se pintaron cruces en las avenidas.',
      dificultades: 'Llovió más de lo previsto.',
    })
    .producto('1.1.2', { sector: 'Movilidad', metas: { 2023: 5 }, avances: { 2023: 5 }, logros: 'Se dictaron cursos.' })
    .hoja('Textos', [
      ['Clave', 'Texto'],
      ['presentacion', PRESENTACION],
      ['seguimiento', 'El seguimiento se hace cada trimestre.'],
      ['cierre', 'Gracias a quienes vinieron.'],
    ])

const enBytes = (plantillas: Plantillas) =>
  new Map(Object.entries(plantillas).map(([ruta, texto]) => [ruta, new TextEncoder().encode(texto)]))

/** The Word file that a workbook gives. */
async function word(libro: Uint8Array, plantillas: Plantillas = PLANTILLA): Promise<Uint8Array> {
  return await writeDocx(documentoCon(plantillas, libroDe(libro)), theme, assets)
}

function libroDe(bytes: Uint8Array) {
  const { libro } = readLibro(bytes)
  if (libro === null) throw new Error('El libro tiene errores.')
  return libro
}

async function incorporar(documento: Uint8Array, libro: Uint8Array = LIBRO, plantillas: Plantillas = PLANTILLA) {
  const edicion = libro === LIBRO && plantillas === PLANTILLA ? DOCX : await word(libro, plantillas)
  const secciones = new Map<string, boolean>()
  return await incorporarDocumento({ documento, libro, plantillas: enBytes(plantillas), secciones, edicion: async () => edicion })
}

const cuerpo = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())

/** The text of a cell of the copy. */
async function celda({ copia }: Awaited<ReturnType<typeof incorporar>>, lugar: string): Promise<string> {
  const [hoja = '', direccion = ''] = lugar.split('!')
  const libro = new ExcelJS.Workbook()
  await libro.xlsx.load((copia ?? new Uint8Array()).slice().buffer)
  return String(libro.getWorksheet(hoja)?.getCell(direccion).text)
}

/** Paragraphs of a Word file as text, with `*` around what is set apart: what a reader sees. */
async function parrafos(docx: Uint8Array): Promise<readonly string[]> {
  const { paragraphs } = await leerConFormato(docx)
  return paragraphs
    .map(({ kind, level, runs }) => {
      const texto = runs
        .map(({ text, strong, emphasis, link, note }) => {
          const suyo = note === null ? text : `[^${note.map((p) => p.runs.map((r) => r.text).join('')).join('|')}]`
          return `${strong ? '**' : ''}${emphasis ? '*' : ''}${suyo}${link === null ? '' : `<${link}>`}`
        })
        .join('')
      return kind === 'text' ? texto : `${kind}${level} ${texto}`
    })
    .filter((texto) => texto.trim() !== '')
}

/** What of each cell went in, as it was and as it is, and why the rest did not. */
function dicho({ incorporados, apartados }: Awaited<ReturnType<typeof incorporar>>) {
  return {
    celdas: incorporados.map(({ prosa }) => prosa.celda),
    cambios: incorporados.flatMap(({ cambios }) => cambios.map(({ antes, despues }) => [antes, despues])),
    motivos: apartados.map(({ motivo }) => motivo),
  }
}

const LIBRO = unaPolitica().bytes()
const DOCX = await word(LIBRO)
const NADA = { celdas: [], cambios: [], motivos: [] }

describe('un informe que nadie editó', () => {
  test('no cambia nada, y no hay copia', async () => {
    const hecho = await incorporar(DOCX)
    expect(dicho(hecho)).toEqual(NADA)
    expect(hecho.copia).toBeNull()
  })

  siHay('soffice')('guardado otra vez por LibreOffice, tampoco', async () => {
    expect(dicho(await incorporar(await convertir(DOCX, 'docx', 'docx')))).toEqual(NADA)
  })

  test('con los estilos de la entidad, tampoco', async () => {
    const conEstilos = await writeDocx(documentoCon(PLANTILLA, libroDe(LIBRO)), theme, { ...assets, wordStyles: await unMembrete() })
    expect(dicho(await incorporar(conEstilos))).toEqual(NADA)
  })

  test('de un libro cuyas cifras y textos cambiaron después, tampoco', async () => {
    const nuevo = unaPolitica().celda('Avances!C2', 9).celda('Textos!B4', 'Gracias a todas.').bytes()
    const { celdas, motivos } = dicho(await incorporar(DOCX, nuevo))
    expect(celdas).toEqual([])
    // What the templates say with those figures is told; the prose that asks for them is not.
    expect(new Set(motivos)).toEqual(new Set(['cifra']))
  })
})

describe('unas palabras cambiadas', () => {
  test.each<[string, string, string, string, string]>([
    ['de un párrafo', 'Este párrafo cierra', 'Este otro párrafo cierra', 'Textos!B2', 'Este otro párrafo cierra la presentación.'],
    ['de un ítem', 'Una cosa que se hizo', 'Dos cosas que se hicieron', 'Textos!B2', '- Dos cosas que se hicieron;\n- otra *cosa*'],
    ['de una cita', 'Una cita de alguien', 'Una cita de alguna', 'Textos!B2', '> Una cita de alguna que vino.'],
    ['junto a una cifra', ' de ciclorruta.', ' de ciclorruta nueva.', 'Reportes!B2', 'Se marcaron [[1.1.1 logro]] de ciclorruta nueva.'],
    ['entre palabras de la plantilla', 'cada trimestre', 'cada mes', 'Textos!B3', 'El seguimiento se hace cada mes.'],
    ['con un número escrito a mano', 'cada trimestre', 'cada 3 meses', 'Textos!B3', 'El seguimiento se hace cada 3 meses.'],
    [
      'con signos de Markdown',
      'Gracias a quienes',
      '*Gracias* a [las] <b> _que_ 1. #',
      'Textos!B4',
      '\\*Gracias\\* a \\[las\\] \\<b> \\_que\\_ 1. # vinieron.',
    ],
  ])('%s quedan en su celda', async (_, antes, despues, lugar, texto) => {
    const hecho = await incorporar(editado(DOCX, sobre(antes, despues)))
    expect(dicho(hecho)).toMatchObject({ celdas: [lugar], motivos: [] })
    expect(await celda(hecho, lugar)).toContain(texto)
  })

  test('y lo demás de la celda queda como se había escrito', async () => {
    const hecho = await incorporar(editado(DOCX, sobre('Este párrafo cierra', 'Este otro cierra')))
    expect(await celda(hecho, 'Textos!B2')).toBe(`${PRESENTACION.replace('Este párrafo cierra', 'Este otro cierra')}`)
  })

  test('y el informe que sale de la copia dice lo mismo que el Word editado', async () => {
    const editar = [
      sobre('Este párrafo cierra', 'Este otro párrafo cierra'),
      sobre('la segunda parte', 'la segunda y última parte'),
      sobre(' de ciclorruta.', ' de ciclorruta (nueva).'),
      sobre('Llovió más', 'Llovió mucho más'),
    ]
    const suyo = editado(DOCX, (xml) => editar.reduce((hecho, paso) => paso(hecho), xml))
    const { copia } = await incorporar(suyo)
    expect(await parrafos(await word(copia ?? LIBRO))).toEqual(await parrafos(suyo))
  })

  test('el mismo libro y el mismo documento dan los mismos bytes', async () => {
    const suyo = editado(DOCX, sobre('cada trimestre', 'cada mes'))
    const [uno, otro] = [await incorporar(suyo), await incorporar(suyo)]
    expect(uno.copia).toEqual(otro.copia)
  })
})

describe('la forma de lo escrito', () => {
  /** What the next report says of the text that closes it, once its paragraph was written anew. */
  async function cierre(...corridas: readonly Palabras[]) {
    const suyo = editado(DOCX, enParrafo('Gracias a quienes', escribiendo(corridas)))
    const hecho = await incorporar(suyo)
    return { texto: await celda(hecho, 'Textos!B4'), suyos: await parrafos(suyo), salen: await parrafos(await word(hecho.copia ?? LIBRO)) }
  }

  test('negrilla y cursiva se guardan, con sus espacios por fuera', async () => {
    const { texto, suyos, salen } = await cierre(
      { texto: 'Van ' },
      { texto: 'todas ', negrilla: true },
      { texto: 'y ' },
      { texto: 'todos', cursiva: true },
      { texto: ' juntos', negrilla: true, cursiva: true },
    )
    expect(texto).toBe('Van **todas** y *todos* ***juntos***')
    expect(salen.map((p) => p.replaceAll(' ', ''))).toEqual(suyos.map((p) => p.replace('todas **y', 'todas y').replaceAll(' ', '')))
  })

  test('la que empieza o acaba dentro de una palabra, también', async () => {
    const { salen } = await cierre(
      { texto: 'in' },
      { texto: '(ter)', negrilla: true },
      { texto: 'medio' },
      { texto: 'a', cursiva: true },
      { texto: 'b', negrilla: true },
    )
    expect(salen.at(-2)).toBe('in**(ter)medio*a**b')
  })

  test('un ítem nuevo entra en su lista, y uno quitado se va', async () => {
    const nuevo = enParrafo(
      'la segunda parte',
      (p) => p + p.replace('la segunda parte', 'la tercera parte').replace(/<w:bookmark\w+ [^>]*\/>/gu, ''),
    )
    const quitado = enParrafo('Una cosa que se hizo', () => '')
    const hecho = await incorporar(editado(DOCX, (xml) => quitado(nuevo(xml))))
    expect(await celda(hecho, 'Textos!B2')).toContain(
      '- otra *cosa*, en dos partes:\n  1. la primera parte;\n  2. la segunda parte.\n  3. la tercera parte.',
    )
    expect(await celda(hecho, 'Textos!B2')).not.toContain('Una cosa')
  })

  test('un párrafo que se vuelve viñeta es un ítem', async () => {
    const hecho = await incorporar(
      editado(
        DOCX,
        enParrafo('Este párrafo cierra', (p) => p.replace('"BodyText"', '"ListBullet"')),
      ),
    )
    expect(await celda(hecho, 'Textos!B2')).toContain('\n\n- Este párrafo cierra la presentación.')
  })

  test('la nota al pie que se corrige, y el enlace, se guardan', async () => {
    const conNota = editado(DOCX, sobre('Lo dice el acta', 'Lo dice la segunda acta'), 'word/footnotes.xml')
    const hecho = await incorporar(editado(conNota, sobre('su página', 'su otra página')))
    const texto = await celda(hecho, 'Textos!B2')
    expect(texto).toMatch(/ciudad\.\[\^(\w+)\] Vea \[su otra página\]\(https:\/\/bogota\.gov\.co\/bici\)\./u)
    expect(texto).toMatch(/\[\^\w+\]: Lo dice la segunda acta de la mesa\.$/u)
    const salen = await parrafos(await word(hecho.copia ?? LIBRO))
    expect(salen.join('\n')).toContain('[^ Lo dice la segunda acta de la mesa.]')
  })

  test('una nota que se pone en otro párrafo, tras una cifra y antes de un paréntesis, también', async () => {
    const [llamada = ''] = /<w:r>(?:(?!<w:r>).)*<w:footnoteReference [^>]*\/>.*?<\/w:r>/su.exec(cuerpo(DOCX)) ?? []
    const puesta = enParrafo('Gracias a quienes', (p) =>
      p.replace('Gracias a quienes vinieron.', `Vinieron [[política productos]](casi)</w:t></w:r>${llamada}<w:r><w:t>: todas.`),
    )
    const hecho = await incorporar(editado(DOCX, puesta))
    expect(await celda(hecho, 'Textos!B4')).toBe(
      'Vinieron [[política productos]]\\(casi)[^1]\\: todas.\n\n[^1]: Lo dice el acta de la mesa.',
    )
    expect((await parrafos(await word(hecho.copia ?? LIBRO))).at(-2)).toBe('Vinieron 2(casi)[^ Lo dice el acta de la mesa.]: todas.')
  })

  test('un salto de línea sigue siéndolo', async () => {
    const partido = enParrafo('Gracias a quienes', (p) => p.replace('Gracias a', 'Gracias a</w:t><w:br/><w:t>'))
    expect(await celda(await incorporar(editado(DOCX, partido)), 'Textos!B4')).toBe('Gracias a\\\nquienes vinieron.')
  })

  test('el nombre de una cifra entre dobles corchetes la pide; uno que no hay se rechaza', async () => {
    const pedida = await incorporar(editado(DOCX, sobre('Gracias a quienes', 'Gracias por los [[política productos]], a quienes')))
    expect(await celda(pedida, 'Textos!B4')).toBe('Gracias por los [[política productos]], a quienes vinieron.')
    const inventada = await incorporar(editado(DOCX, sobre('Gracias a quienes', 'Gracias por [[las flores]] a quienes')))
    expect(dicho(inventada)).toMatchObject({ celdas: [], motivos: ['nombre-desconocido'] })
  })
})

describe('el control de cambios', () => {
  const AUTORA = 'w:id="900" w:author="Ana" w:date="2024-01-01T00:00:00Z"'

  test('lo insertado cuenta y lo borrado no', async () => {
    const cambiado = enParrafo('Gracias a quienes', (p) =>
      p.replace(
        /<w:r>(?:(?!<w:r>).)*Gracias a quienes vinieron\.<\/w:t><\/w:r>/su,
        `<w:del ${AUTORA}><w:r><w:delText>Gracias</w:delText></w:r></w:del><w:ins ${AUTORA}>${corrida({ texto: 'Mil gracias' })}</w:ins>${corrida({ texto: ' a quienes vinieron.' })}`,
      ),
    )
    expect(await celda(await incorporar(editado(DOCX, cambiado)), 'Textos!B4')).toBe('Mil gracias a quienes vinieron.')
  })

  test('dos párrafos cuya separación se borró son uno', async () => {
    const unido = enParrafo('Se marcaron', (p) => p.replace('</w:pPr>', `<w:rPr><w:del ${AUTORA}/></w:rPr></w:pPr>`))
    const hecho = await incorporar(editado(DOCX, unido))
    expect(await celda(hecho, 'Reportes!B2')).toBe('Se marcaron [[1.1.1 logro]] de ciclorruta.También se pintaron cruces en las avenidas.')
  })
})

describe('una cifra cambiada', () => {
  /** Words in the place of a figure, with its mark or over it. */
  const cifra = (marca: string, texto: string, conMarca: boolean) => (xml: string) =>
    xml.replace(
      new RegExp(`(<w:bookmarkStart w:name="${marca}" w:id="(\\d+)"/>)<w:r>.*?</w:r>(<w:bookmarkEnd w:id="\\2"/>)`, 'su'),
      (_, a, __, b) => (conMarca ? a + corrida({ texto }) + b : corrida({ texto })),
    )

  test.each([
    ['con su marca', true],
    ['escrita encima, con marca y todo', false],
  ])('en un texto, %s, se rechaza con su razón, y lo demás de la celda entra', async (_, conMarca) => {
    const suyo = editado(DOCX, (xml) => sobre('También se pintaron', 'Además se pintaron')(cifra('_1_1_1_logro_3', '9', conMarca)(xml)))
    const hecho = await incorporar(suyo)
    expect(dicho(hecho)).toMatchObject({ celdas: ['Reportes!B2'], motivos: ['cifra'] })
    expect(hecho.apartados[0]?.explicacion).toBe(
      'La cifra «1.1.1 logro» es 8 según el libro, y el documento dice «9». Si el dato es otro, corríjalo en Avances!C2.',
    )
    expect(await celda(hecho, 'Reportes!B2')).toBe(
      'Se marcaron [[1.1.1 logro]] de ciclorruta.\n\nAdemás se pintaron cruces en las avenidas.',
    )
  })

  test('en una frase calculada, se rechaza, y el texto que va con ella en el párrafo no entra', async () => {
    const suyo = editado(DOCX, (xml) => sobre('cada trimestre', 'cada mes')(cifra('_politica_productos_2', '7', true)(xml)))
    const hecho = await incorporar(suyo)
    expect(dicho(hecho).celdas).toEqual([])
    expect(hecho.apartados.map(({ explicacion }) => explicacion)).toEqual([
      expect.stringContaining('La cifra «política productos» es 2 según el libro, y el documento dice «7».'),
      expect.stringContaining('se cambió una cifra que calcula el programa'),
    ])
  })

  test('con otro número pegado no es la misma', async () => {
    const hecho = await incorporar(editado(DOCX, sobre(' de ciclorruta.', '0 de ciclorruta.')))
    expect(dicho(hecho)).toMatchObject({ celdas: [], motivos: ['cifra'] })
  })

  test('que se borra con su frase no es una cifra cambiada', async () => {
    const hecho = await incorporar(
      editado(
        DOCX,
        enParrafo('Se marcaron', (p) =>
          p.replace(/(<w:bookmarkStart w:name="_1_1_1_logros_[^>]*>).*$/su, `$1${corrida({ texto: 'Se trabajó.' })}</w:p>`),
        ),
      ),
    )
    expect(dicho(hecho).motivos).toEqual([])
    expect(await celda(hecho, 'Reportes!B2')).toBe('Se trabajó.\n\nTambién se pintaron cruces en las avenidas.')
  })

  test('que pierde su marca y dice lo mismo sigue siendo la cifra', async () => {
    const suyo = editado(DOCX, (xml) => sobre(' de ciclorruta.', ' de ciclorruta nueva.')(cifra('_1_1_1_logro_3', '8', false)(xml)))
    expect(await celda(await incorporar(suyo), 'Reportes!B2')).toContain('Se marcaron [[1.1.1 logro]] de ciclorruta nueva.')
  })
})

describe('lo que no tiene celda', () => {
  test('las palabras de la plantilla, los títulos y los párrafos nuevos se dicen con su lugar', async () => {
    const editar = [
      sobre('que va primero', 'que va al principio'),
      enParrafo('Fin de la plantilla', (p) => p + parrafo('Un párrafo del que nadie sabía nada, al final de todo.')),
    ]
    const hecho = await incorporar(editado(DOCX, (xml) => editar.reduce((x, paso) => paso(x), xml)))
    expect(dicho(hecho)).toMatchObject({ celdas: [], motivos: ['plantilla', 'parrafo-nuevo'] })
    expect(hecho.apartados.map(({ lugar }) => lugar)).toEqual([
      expect.stringMatching(/^párrafo \d+, en «Presentación»$/u),
      expect.stringMatching(/^párrafo \d+, en «Cierre»$/u),
    ])
  })

  test('el párrafo nuevo que sigue a un texto entra con él, y el que lo antecede también', async () => {
    const despues = enParrafo('Gracias a quienes', (p) => p + parrafo('Y a quienes no pudieron venir.'))
    const antes = enParrafo('La política ', (p) => parrafo('Antes de todo, un saludo.') + p)
    const hecho = await incorporar(editado(DOCX, (xml) => antes(despues(xml))))
    expect(dicho(hecho).motivos).toEqual([])
    expect(await celda(hecho, 'Textos!B4')).toBe('Gracias a quienes vinieron.\n\nY a quienes no pudieron venir.')
    expect(await celda(hecho, 'Textos!B2')).toMatch(/^Antes de todo, un saludo\.\n\nLa política \*responde\*/u)
  })

  test('un texto escrito de nuevo, con su marca borrada, se reconoce por su lugar', async () => {
    const denuevo = enParrafo('Gracias a quienes', () => parrafo('Nos vemos el otro año.'))
    expect(await celda(await incorporar(editado(DOCX, denuevo)), 'Textos!B4')).toBe('Nos vemos el otro año.')
  })

  test('un título o una imagen dentro de un texto se dicen, y el resto del texto entra', async () => {
    const titulo = enParrafo('Este párrafo cierra', (p) => parrafo('Un título nuevo', 'Heading3') + p.replace('Este párrafo', 'Este otro'))
    const hecho = await incorporar(editado(DOCX, titulo))
    expect(dicho(hecho)).toMatchObject({ celdas: ['Textos!B2'], motivos: ['no-es-prosa'] })
    expect(await celda(hecho, 'Textos!B2')).not.toContain('título')
  })

  test('un texto que se borra entero no se borra de la celda', async () => {
    const hecho = await incorporar(
      editado(
        DOCX,
        enParrafo('Gracias a quienes', () => ''),
      ),
    )
    expect(dicho(hecho)).toEqual({ celdas: [], cambios: [], motivos: ['sin-texto'] })
    expect(hecho.apartados[0]?.celda).toBe('Textos!B4')
  })

  test('un Word sin marcas se rechaza entero', async () => {
    const sinMarcas = editado(DOCX, (xml) => xml.replace(/<w:bookmark(?:Start|End) [^>]*\/>/gu, ''))
    await expect(incorporar(sinMarcas)).rejects.toThrow(/no trae las marcas/u)
  })
})

describe('un libro que cambió después de hacer el documento', () => {
  const NUEVO = unaPolitica().celda('Textos!B4', 'Gracias a todas y a todos.').bytes()

  test('el texto que cambió en los dos es un conflicto, con lo que dice cada uno', async () => {
    const hecho = await incorporar(editado(DOCX, sobre('Gracias a quienes', 'Mil gracias a quienes')), NUEVO)
    expect(dicho(hecho)).toMatchObject({ celdas: [], motivos: ['conflicto'] })
    expect(hecho.apartados[0]).toMatchObject({
      celda: 'Textos!B4',
      texto: 'Mil gracias a quienes vinieron.',
      explicacion: expect.stringContaining('El libro dice ahora «Gracias a todas y a todos.»'),
    })
  })

  test('los demás entran, aunque sus filas se hayan movido', async () => {
    const movido = unaPolitica()
      .hoja('Textos', [
        ['Clave', 'Texto'],
        ['cierre', 'Gracias a todas y a todos.'],
        ['presentacion', PRESENTACION],
        ['seguimiento', 'El seguimiento se hace cada trimestre.'],
      ])
      .bytes()
    const hecho = await incorporar(editado(DOCX, sobre('cada trimestre', 'cada mes')), movido)
    expect(dicho(hecho)).toMatchObject({ celdas: ['Textos!B4'], motivos: [] })
    expect(await celda(hecho, 'Textos!B4')).toBe('El seguimiento se hace cada mes.')
  })
})

describe('un texto que se imprime dos veces', () => {
  const DOBLE: Plantillas = { ...CABEZA, '10-una.md': '# Una\n\n{{texto "cierre"}}\n\n# Otra\n\n{{texto "cierre"}}\n\nFin.\n' }

  test('editado en un lugar, o igual en los dos, entra; de dos maneras, no', async () => {
    const doble = await word(LIBRO, DOBLE)
    const en = (una: string, otra: string) => {
      let vez = 0
      return editado(doble, (xml) => xml.replace(/Gracias a quienes/gu, () => [una, otra][vez++] ?? ''))
    }
    const hacer = async (una: string, otra: string) => await incorporar(en(una, otra), LIBRO, DOBLE)
    expect(await celda(await hacer('Gracias a quienes', 'Mil gracias a quienes'), 'Textos!B4')).toBe('Mil gracias a quienes vinieron.')
    expect(await celda(await hacer('Mil gracias a quienes', 'Mil gracias a quienes'), 'Textos!B4')).toBe('Mil gracias a quienes vinieron.')
    expect(dicho(await hacer('Mil gracias a quienes', 'Gracias a todas las que'))).toMatchObject({ celdas: [], motivos: ['dos-maneras'] })
  })
})

describe('cualquier cosa que se escriba en Word', async () => {
  const UNA: Plantillas = { ...CABEZA, '10-una.md': '# Una\n\n{{texto "cierre"}}\n\nFin.\n' }
  const edicion = await leerConFormato(await word(LIBRO, UNA))
  const libro = libroDe(LIBRO)
  const documento = documentoCon(UNA, libro)

  const LISA = { strong: false, emphasis: false, link: null, note: null }
  const esElCierre = ({ runs }: FormattedParagraph) => runs[0]?.text === 'Gracias a quienes vinieron.'

  const deTextos = (leido: TextoConFormato) =>
    incorporarTextos({ leido, edicion, documento, prosas: prosasDe(libro), nombrada: () => null })

  /** The blocks of the next report, with another text in the cell. */
  function bloquesCon(texto: string | undefined): readonly Block[] {
    const cierre = libro.textos.get('cierre')
    if (cierre === undefined) throw new Error('El libro de la prueba no tiene cierre.')
    const textos = new Map([['cierre', { ...cierre, texto: texto ?? cierre.texto }]])
    return documentoCon(UNA, { ...libro, textos }).sections[0]?.blocks ?? []
  }

  /** The letters of what the next report says there, each with its look, once the paragraph was written anew. */
  function saleDe(corridas: readonly Palabras[]): string {
    const runs = corridas.map(({ texto, negrilla = false, cursiva = false }) => ({
      ...LISA,
      text: texto,
      strong: negrilla,
      emphasis: cursiva,
    }))
    const paragraphs = edicion.paragraphs.map((p) => (esElCierre(p) ? { ...p, runs } : p))
    const { incorporados, apartados } = deTextos({ ...edicion, paragraphs })
    expect(apartados).toEqual([])
    const bloques = bloquesCon(incorporados[0]?.texto)
    expect(bloques).toHaveLength(3)
    return letrasDeBloque(bloques[1])
  }

  function letrasDeBloque(bloque: Block | undefined): string {
    if (bloque?.type === 'paragraph') return letras(bloque.children)
    if (bloque?.type === 'list') return bloque.items.flat().map(letrasDeBloque).join('')
    return bloque?.type === 'quote' ? bloque.children.map(letrasDeBloque).join('') : ''
  }

  function itemsDe(bloque: Block): number {
    if (bloque.type === 'quote') return bloque.children.map(itemsDe).reduce((a, b) => a + b, 0)
    return bloque.type === 'list'
      ? bloque.items.length +
          bloque.items
            .flat()
            .map(itemsDe)
            .reduce((a, b) => a + b, 0)
      : 0
  }

  function letras(inlines: readonly Inline[], aspecto = ''): string {
    return inlines
      .map((nodo) => {
        if (nodo.type === 'strong' || nodo.type === 'emphasis')
          return letras(nodo.children, `${aspecto}${nodo.type === 'strong' ? 'F' : 'E'}`)
        return 'value' in nodo ? conAspecto(nodo.value, aspecto) : ''
      })
      .join('')
  }

  // A number and its percent sign are printed apart, and spaces have no look.
  const conAspecto = (texto: string, aspecto: string) =>
    [...texto.replace(/\s+/gu, '')].map((letra) => `${letra}${[...aspecto].sort().join('')}`).join('')
  const esperado = (corridas: readonly Palabras[]) =>
    corridas
      .map(({ texto, negrilla, cursiva }) => conAspecto(texto, `${cursiva === true ? 'E' : ''}${negrilla === true ? 'F' : ''}`))
      .join('')

  const TRAMPAS = [
    '# Título',
    '- punto',
    '1. uno',
    '2) dos',
    '> cita',
    '*énfasis*',
    '__b__',
    'a_b_c',
    '`c`',
    '~~no~~',
    '| a |',
    '<b>',
    '<https://a.co>',
    '[uno](https://a.co)',
    '![f](a.png)',
    '[^1]',
    '[^1]: nota',
    '&amp;',
    '\\',
    '---',
    '+ más',
    '100%',
    'D. C.',
    '(x)',
    ':',
    '_x0041_',
    ' ',
  ]
  const signos = fc.string({ unit: fc.constantFrom(...'*_|<>{}[]()#-+.!`~^:\\&;=$%"\'/1a áñ'), minLength: 1, maxLength: 8 })
  const palabras = fc
    .array(fc.oneof(fc.constantFrom(...TRAMPAS), signos, fc.string({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 6 })
    .map((trozos) => trozos.join(''))
  /** Not what the workbook reads as an empty cell or as the name of a figure. */
  const esTexto = (texto: string) => /\S/u.test(texto) && !/^\s*(?:[-–—]|n\/a)\s*$/iu.test(texto) && !/\[\[[^[\]]+\]\]/u.test(texto)

  test('en los párrafos, listas y citas que sea, a la profundidad que sea', () => {
    const clases = fc.constantFrom('text', 'bullet', 'number', 'continues', 'quote' as const)
    const bloques = fc.array(fc.record({ kind: clases, level: fc.nat(3), texto: palabras.filter(esTexto) }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(bloques, (suyos) => {
        const [i, uno] = [edicion.paragraphs.findIndex(esElCierre), edicion.paragraphs.find(esElCierre)]
        if (uno === undefined) throw new Error('El Word de la prueba no tiene cierre.')
        const puestos = suyos.map(({ kind, level, texto }) => ({ ...uno, kind, level, runs: [{ ...LISA, text: texto }] }))
        const hasta = { paragraph: i + puestos.length - 1, at: suyos.at(-1)?.texto.length ?? 0 }
        const { incorporados, apartados } = deTextos({
          paragraphs: edicion.paragraphs.toSpliced(i, 1, ...puestos),
          stretches: edicion.stretches.map((tramo) => (tramo.from.paragraph === i ? { ...tramo, to: hasta } : tramo)),
        })
        expect(apartados).toEqual([])
        const bloquesQueSalen = bloquesCon(incorporados[0]?.texto)
        expect(bloquesQueSalen.slice(1, -1).map(letrasDeBloque).join('')).toBe(suyos.map(({ texto }) => conAspecto(texto, '')).join(''))
        const items = suyos.filter(({ kind }) => kind === 'bullet' || kind === 'number').length
        expect(bloquesQueSalen.map(itemsDe).reduce((a, b) => a + b)).toBe(items)
      }),
      { numRuns: 300 },
    )
  })

  test('sale igual en el informe siguiente', () => {
    fc.assert(
      fc.property(palabras.filter(esTexto), (texto) => {
        expect(saleDe([{ texto }])).toBe(esperado([{ texto }]))
      }),
      { numRuns: 300 },
    )
  })

  test('y con su negrilla y su cursiva, donde las tenga', () => {
    const corridas = fc
      .array(fc.record({ texto: palabras, negrilla: fc.boolean(), cursiva: fc.boolean() }), { minLength: 1, maxLength: 5 })
      .filter((suyas) => esTexto(suyas.map(({ texto }) => texto).join('')))
    fc.assert(
      fc.property(corridas, (suyas) => {
        expect(saleDe(suyas)).toBe(esperado(suyas))
      }),
      { numRuns: 300 },
    )
  })
})

describe('la copia del libro', () => {
  test('una celda con fórmula se rechaza, y las demás entran', async () => {
    const libro = unaPolitica()
      .celda('Textos!B4', formula('CONCATENATE("Gracias a quienes"," vinieron.")', 'Gracias a quienes vinieron.'))
      .bytes()
    const docx = await word(libro)
    const hecho = await incorporar(
      editado(docx, (xml) => sobre('cada trimestre', 'cada mes')(sobre('Gracias a quienes', 'Mil gracias a quienes')(xml))),
      libro,
    )
    expect(dicho(hecho)).toMatchObject({ celdas: ['Textos!B3'], motivos: ['celda'] })
    expect(hecho.apartados[0]?.explicacion).toContain('Textos!B4 tiene una fórmula')
  })

  test('un texto más largo que una celda se rechaza', async () => {
    const hecho = await incorporar(editado(DOCX, sobre('Gracias a quienes', `Gracias ${'a muchas personas, '.repeat(2000)}a quienes`)))
    expect(dicho(hecho)).toMatchObject({ celdas: [], motivos: ['celda'] })
    expect(hecho.apartados[0]?.explicacion).toContain('hasta 32.767 caracteres')
  })

  test('solo cambian las hojas de esas celdas', () => {
    const { bytes } = conTextos(LIBRO, [{ celda: 'Textos!B4', texto: 'a < b & _x0041_\n\nfin ' }])
    const [antes, despues] = [unzipSync(LIBRO), unzipSync(bytes)]
    expect(Object.keys(despues)).toEqual(Object.keys(antes))
    expect(Object.keys(antes).filter((parte) => !Buffer.from(antes[parte] ?? []).equals(Buffer.from(despues[parte] ?? [])))).toEqual([
      expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/u),
    ])
    expect(libroDe(bytes).textos.get('cierre')?.texto).toBe('a < b & _x0041_\n\nfin')
  })
})
