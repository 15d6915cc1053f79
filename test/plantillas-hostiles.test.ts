/** Templates, themes and pictures made to do harm: each ends in a located fault, or in plain words. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { prepareLogo, preparePicture } from '../src/pictures/index.js'
import { readTheme } from '../src/theme/index.js'
import { unLibro } from './un-libro.js'
import { faltas, type Plantillas, plantillasDelPrograma, texto } from './una-composicion.js'

const una = (cuerpo: string): Plantillas => ({ '10-una.md': cuerpo })
const cabeza = (yaml: string): Plantillas => una(`---\n${yaml}\n---\nx`)
const documento = (titulo: string): Plantillas => ({
  'documento.yml': `idioma: es-CO\ntitulo: '${titulo}'\nautor: A\nasunto: ""\npalabras: []\nencabezado: { izquierda: "", derecha: "" }`,
  '10-una.md': 'x',
})
/** Partials of which each calls the next twice: `cuantos` of them are 2^cuantos calls. */
const duplicados = (cuantos: number, ultimo: string): Plantillas => ({
  '10-una.md': '{{> p0}}',
  ...Object.fromEntries(
    Array.from({ length: cuantos }, (_, i) => [`parciales/p${i}.md`, i < cuantos - 1 ? `{{> p${i + 1}}}{{> p${i + 1}}}` : ultimo]),
  ),
})

/** Well under what a hang takes, well over what any of these does on a busy machine. */
const LIMITE = 60_000

describe('un ataque que termina en una falta, con su archivo y su línea', () => {
  const AJENO = 'que el lenguaje de las plantillas no tiene'
  test.each<[string, Plantillas, string]>([
    ['constructor', una('{{constructor}}'), '10-una.md:1: se encontró {{constructor}}, que no existe'],
    ['constructor de un valor', una('a\n{{politica.constructor}}'), '10-una.md:2: se encontró {{politica.constructor}}, que no existe'],
    ['constructor de constructor', una('{{politica.constructor.constructor}}'), 'se encontró {{politica.constructor.constructor}}, que no'],
    ['constructor como argumento', una('{{#si politica.constructor}}x{{/si}}'), 'se encontró {{politica.constructor}}, que no existe'],
    ['constructor de la raíz', una('{{@root.constructor}}'), '10-una.md:1: se encontró {{@root.constructor}}, que no existe'],
    ['constructor de un ayudante', una('{{tabla.constructor}}'), '10-una.md:1: se encontró {{tabla.constructor}}, que no existe'],
    ['constructor de arriba', una('{{../../../constructor}}'), `10-una.md:1: se encontró {{../../../constructor}}, ${AJENO}`],
    ['__proto__', una('{{politica.__proto__}}'), '10-una.md:1: se encontró {{politica.__proto__}}, que no existe'],
    ['__proto__ entre corchetes', una('{{politica.[__proto__]}}'), '10-una.md:1: se encontró {{politica.__proto__}}, que no existe'],
    ['__defineGetter__', una('{{politica.__defineGetter__}}'), '10-una.md:1: se encontró {{politica.__defineGetter__}}, que no existe'],
    ['un método de un texto', una('{{politica.nombre.toString}}'), '10-una.md:1: se encontró {{politica.nombre.toString}}, que no existe'],
    ['un método de una lista', una('{{sectores.map}}'), '10-una.md:1: se encontró {{sectores.map}}, que no existe'],
    ['lookup de constructor', una('{{lookup politica "constructor"}}'), '10-una.md:1: se encontró el ayudante «lookup», que no existe'],
    [
      'la carga con «with» que ejecutaba código',
      una('{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.pop}}{{/with}}{{/with}}{{/with}}'),
      '10-una.md:1: se encontró el ayudante «with», que no existe',
    ],
    ['helperMissing', una('{{helperMissing "a"}}'), '10-una.md:1: se encontró el ayudante «helperMissing», que no existe'],
    ['blockHelperMissing', una('{{#blockHelperMissing politica}}x{{/blockHelperMissing}}'), 'el ayudante «blockHelperMissing», que no'],
    ['log', una('{{log politica}}'), '10-una.md:1: se encontró el ayudante «log», que no existe'],
    ['el ayudante interno que imprime', una('{{imprimir}}'), '10-una.md:1: se encontró {{imprimir}}, que no existe'],
    ['el ayudante interno que lee', una('{{valor}}'), '10-una.md:1: se encontró {{valor}}, que no existe'],
    ['un decorador', una('{{* inline}}'), `10-una.md:1: se encontró {{* …}}, ${AJENO}`],
    ['un decorador en los datos del documento', documento('{{* x}}'), `documento.yml:2: se encontró {{* …}}, ${AJENO}`],
    [
      'un parcial en línea que se llama a sí mismo',
      { '10-una.md': 'a\n{{#*inline "p"}}{{> p}}{{/inline}}{{> p}}', 'parciales/p.md': 'x' },
      `10-una.md:2: se encontró {{#* …}}, ${AJENO}`,
    ],
    [
      'un bloque de parcial que se llama a sí mismo',
      { '10-una.md': '{{> a}}', 'parciales/a.md': '{{#> a}}{{/a}}' },
      `parciales/a.md:1: se encontró {{#> …}}, ${AJENO}`,
    ],
    [
      '@partial-block',
      { '10-una.md': 'x', 'parciales/a.md': '{{> @partial-block}}' },
      'parciales/a.md:1: se encontró {{> @partial-block}}',
    ],
    ['un parcial de nombre calculado', una('{{> (lista politica.nombre)}}'), `10-una.md:1: se encontró {{> (…)}}, ${AJENO}`],
    [
      'parciales en círculo',
      { '10-una.md': '{{> a}}', 'parciales/a.md': '{{> b}}', 'parciales/b.md': '{{> c}}', 'parciales/c.md': '{{> a}}' },
      'parciales/a.md:: se encontró parciales que se llaman en círculo: a → b → c → a',
    ],
    ['un parcial llamado __proto__', { '10-una.md': '{{> __proto__}}', 'parciales/__proto__.md': 'x' }, '{{> __proto__}}, que no existe'],
    ['2^30 parciales sin círculo', duplicados(31, ''), 'se encontró listas o parciales que se repiten sin medida'],
    ['2^14 parciales de muchas letras', duplicados(15, 'x'.repeat(100_000)), 'se encontró un texto que crece sin medida'],
    [
      'listas dentro de listas, vacías',
      una(`${'{{#cada sectores as |a|}}'.repeat(30)}${'{{/cada}}'.repeat(30)}`),
      '10-una.md:1: se encontró listas o parciales que se repiten sin medida',
    ],
    [
      'un texto repetido en listas dentro de listas',
      una(`${'{{#cada sectores as |a|}}'.repeat(8)}${'x'.repeat(90_000)}${'{{/cada}}'.repeat(8)}`),
      '10-una.md:1: se encontró un texto que crece sin medida',
    ],
    [
      '3.000 bloques unos dentro de otros',
      una(`a\n${'{{#si politica}}'.repeat(3000)}${'{{/si}}'.repeat(3000)}`),
      '10-una.md:2: se encontró llaves unas dentro de otras, demasiado adentro',
    ],
    [
      '5.000 ayudantes entre paréntesis',
      una(`{{#si ${'(no '.repeat(5000)}politica${')'.repeat(5000)}}}x{{/si}}`),
      '10-una.md:1: se encontró llaves unas dentro de otras, demasiado adentro',
    ],
    [
      'una plantilla de un millón de letras',
      una('{{politica.nombre}}'.repeat(50_000)),
      '10-una.md:: se encontró una plantilla demasiado larga',
    ],
    ['un ayudante de bloque sin bloque', una('\n{{tabla "semaforo"}}'), '10-una.md:2: se encontró el ayudante «tabla» sin su bloque'],
    ['el mismo, como argumento', una('{{#si (cada sectores)}}x{{/si}}'), '10-una.md:1: se encontró el ayudante «cada» sin su bloque'],
    ['nombres dados por un bloque que no los da', una('{{#si politica as |a b|}}{{a}}{{/si}}'), `{{#si … as |a b|}}, ${AJENO}`],
    ['una ficha que no lo es', una('{{ficha politica.nombre}}'), '10-una.md:1: se encontró un valor que no es una ficha'],
    ['ninguna ficha', una('{{ficha}}'), '10-una.md:1: se encontró un valor que no es una ficha'],
    ['un índice heredado', una('{{indice "constructor"}}'), '10-una.md:1: se encontró el índice «constructor»'],
    ['un campo heredado de una lista', una('{{lista sectores "constructor"}}'), '10-una.md:1: se encontró el campo «constructor»'],
    ['el prototipo de una lista', una('{{lista sectores "__proto__"}}'), '10-una.md:1: se encontró el campo «__proto__»'],
    ['un grupo de valores impreso', una('{{politica}}'), '10-una.md:1: se encontró un grupo de valores o una lista, que no se puede'],
    ['una lista impresa', una('{{sectores}}'), '10-una.md:1: se encontró un grupo de valores o una lista, que no se puede imprimir'],
    ['la raíz impresa', una('{{@root}}'), '10-una.md:1: se encontró un grupo de valores o una lista, que no se puede imprimir'],
    ['un grupo donde va un texto', una('a\n{{del politica}}'), '10-una.md:2: se encontró un grupo de valores o una lista; se esperaba'],
    ['un texto donde va un número', una('{{numero "mucho"}}'), '10-una.md:1: se encontró «mucho» donde va un número'],
    ['un número sin fin', una('{{porcentaje "1e999"}}'), '10-una.md:1: se encontró «1e999» donde va un número'],
    ['una tabla en el título del documento', documento('{{#tabla "semaforo"}}x{{/tabla}}'), 'documento.yml:2: se encontró una tabla o una'],
    [
      'alias que se multiplican',
      cabeza('pie: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]'),
      '10-una.md:2: se encontró un encabezado que no se puede',
    ],
    [
      'un alias en los datos del documento',
      { 'documento.yml': 'idioma: &a es\ntitulo: *a' },
      'documento.yml:: se encontró un archivo que no',
    ],
    ['un alias de nada', cabeza('pie: *nada'), '10-una.md:2: se encontró un encabezado que no se puede leer'],
    ['__proto__ en el encabezado', cabeza('__proto__: {incluir: no}'), '10-una.md:2: se encontró el campo «__proto__»'],
    ['una clave de unión en el encabezado', cabeza('<<: {pie: x}'), '10-una.md:2: se encontró el campo «<<»'],
    [
      'una etiqueta de YAML',
      cabeza('incluir: !!js/function "function () {}"'),
      '10-una.md:2: se encontró un valor que «incluir» no admite',
    ],
    ['20.000 campos', cabeza(Array.from({ length: 20_000 }, (_, i) => `c${i}: x`).join('\n')), 'un encabezado que no se puede leer'],
    ['20.000 corchetes en el encabezado', cabeza(`pie: ${'['.repeat(19_000)}`), 'un encabezado que no se puede leer'],
    ['una imagen de otra carpeta', una('![x](../../etc/foto.png)'), '10-una.md:1: se encontró la imagen «../../etc/foto.png», que no está'],
    ['una imagen de una ruta absoluta', una('![x](/etc/foto.png)'), 'la imagen «/etc/foto.png», que no está'],
    ['una imagen de la red', una('![x](https://a.co/f.png)'), 'la imagen «https://a.co/f.png», que no está'],
    ['una imagen de otro esquema', una('![x](file:///etc/foto.png)'), 'la imagen «file:///etc/foto.png», que no está'],
    ['una imagen dentro de su dirección', una('![x](data:image/png;base64,AAAA)'), 'la imagen «data:image/png;base64,AAAA», que no está'],
    ['una dirección que no se puede descifrar', una('![x](%E0%A4%A)'), '10-una.md:1: se encontró la imagen «%E0%A4%A», que no está'],
  ])('%s', { timeout: LIMITE }, (_, plantillas, esperada) => {
    expect(faltas(plantillas).join('\n')).toContain(esperada)
  })
})

describe('un ataque que queda en palabras', () => {
  const hondo = '- '.repeat(2000)
  test.each<[string, string, string]>([
    ['HTML', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['HTML entre palabras', 'a <img src=x onerror=alert(1)> b', 'a <img src=x onerror=alert(1)> b'],
    ['HTML en un valor escrito', '{{"<b>x</b>"}}', '<b>x</b>'],
    ['un enlace a javascript', '[a](javascript:alert%281%29)', 'a'],
    ['el mismo, disfrazado', '[a](&#106;ava&Tab;script:alert)', 'a'],
    ['el mismo, en mayúsculas', '[a](JaVaScRiPt:alert)', 'a'],
    ['el mismo, entre ángulos', '<javascript:alert>', 'javascript:alert'],
    ['el mismo, por referencia', '[a][r]\n\n[r]: vbscript:x', 'a'],
    ['un enlace a datos', '[a](data:text/html,x)', 'a'],
    ['un enlace a un archivo', '[a](file:///etc/passwd)', 'a'],
    ['un enlace sin esquema', '[a](//a.co/x)', 'a'],
    ['un enlace que da un valor', '[a]({{"javascript:alert(1)"}})', 'a'],
    ['una imagen por referencia', '![foto][r]\n\n[r]: https://a.co/f.png', 'foto'],
    ['las señales del programa', 'a\u{E000}0\u{E001}b', 'a0b'],
    ['constructor entre comillas', '{{"constructor"}}', 'constructor'],
    ['una clave heredada', '{{texto "__proto__"}}{{#si (hayTexto "constructor")}}sí{{else}}no{{/si}}', 'no'],
    ['listas muy hondas', `${hondo}a`, `${hondo}a`],
    ['citas muy hondas', `${'>'.repeat(3000)}a`, `${'>'.repeat(3000)}a`],
    ['una nota que se llama a sí misma', 'a[^n]\n\n[^n]: b[^n]', 'a[^1]\n  [^1] b[^n]'],
    ['notas que se multiplican', 'a[^n]\n\n[^n]: b[^m][^m]\n\n[^m]: c[^n]', 'a[^1]\n  [^1] b[^m][^m]'],
  ])('%s', { timeout: LIMITE }, (_, cuerpo, esperado) => {
    expect(texto(cuerpo)).toBe(esperado)
  })

  test('una nota llamada mil veces se imprime veinte', () => {
    const leido = texto(`${'[^n]'.repeat(1000)}\n\n[^n]: b`)
    expect([leido.match(/\[\^\d+\] b/gu)?.length, leido.match(/\[\^n\]/gu)?.length]).toEqual([20, 980])
  })

  test('en una celda del libro, listas muy hondas y notas en círculo', { timeout: LIMITE }, () => {
    const libro = unLibro()
      .hoja('Textos', [
        ['Clave', 'Texto'],
        ['a', `${'- '.repeat(15_000)}a`],
        ['b', 'u[^n]\n\n[^n]: v[^m][^n]\n\n[^m]: w[^n]'],
      ])
      .libro()
    expect(texto('{{texto "a"}}', libro)).toBe(`${'- '.repeat(15_000)}a`)
    expect(texto('{{texto "b"}}', libro)).toContain('v[^m][^n]')
  })

  test('nada de esto cambia el prototipo de los objetos', () => {
    for (const cuerpo of ['{{> p __proto__=politica}}', '{{#tabla "semaforo" __proto__=politica}}x{{/tabla}}'])
      faltas({ '10-una.md': cuerpo, 'parciales/p.md': 'x' })
    expect(Object.keys(Object.getPrototypeOf({}) as object)).toEqual([])
    expect(({} as Record<string, unknown>).nombre).toBeUndefined()
  })
})

describe('un tema', () => {
  const INSTITUCIONAL = plantillasDelPrograma()['temas/institucional.json'] ?? ''
  /** The theme with another value at a path, as text. */
  const con = (ruta: string, valor: string) => {
    const tema = JSON.parse(INSTITUCIONAL) as Record<string, unknown>
    const nombres = ruta.split('.')
    const dentro = nombres.slice(0, -1).reduce((grupo, nombre) => grupo[nombre] as Record<string, unknown>, tema)
    dentro[nombres.at(-1) ?? ''] = '«»'
    return JSON.stringify(tema).replace('"«»"', valor)
  }
  test.each([
    ['letras de mil millones de puntos', 'estilos.titulo1.cuerpo', '1e9'],
    ['letras negativas', 'estilos.titulo1.cuerpo', '-3'],
    ['letras infinitas', 'estilos.texto.linea', '1e999'],
    ['un espaciado absurdo', 'estilos.portada.espaciado', '-1e6'],
    ['un ancho de página absurdo', 'pagina.ancho', '1e9'],
    ['un margen que no deja página', 'pagina.margen', '150'],
    ['puntos infinitamente juntos', 'indice.paso', '1e-9'],
    ['rayas infinitamente juntas', 'trama.raya.paso', '1e-9'],
    ['una gráfica de más píxeles que la memoria', 'grafica.densidad', '4000'],
    ['una lámina de más píxeles que la memoria', 'usos.impreso.ppp', '1e6'],
    ['una lámina más ancha que la memoria', 'usos.cuadrada.ancho', '1000000'],
    ['un color que no lo es', 'colores.casa', '"url(https://a.co)"'],
    ['un campo de más', 'constructor', '{}'],
  ])('con %s dice cuál es el valor', (_, ruta, valor) => {
    const { theme, faults } = readTheme(con(ruta, valor))
    expect(theme).toBeNull()
    expect(faults.map(({ path }) => path).join(' ')).toContain(ruta === 'constructor' ? '' : ruta)
  })

  test('con __proto__ no cambia nada fuera de él', () => {
    const { theme } = readTheme(INSTITUCIONAL.replace('{', '{ "__proto__": { "robado": true },'))
    expect(theme).toBeNull()
    expect(({} as Record<string, unknown>).robado).toBeUndefined()
  })
})

describe('una imagen', () => {
  const png = encode({ width: 30, height: 20, data: new Uint8Array(1800).fill(90), channels: 3, depth: 8 })
  /** The same picture that says it is of another size. */
  const declara = (width: number, height: number) => {
    const otra = png.slice()
    new DataView(otra.buffer).setUint32(16, width)
    new DataView(otra.buffer).setUint32(20, height)
    return otra
  }
  const svg = (adentro: string, medida = 'width="30" height="20"', antes = '') =>
    new TextEncoder().encode(`${antes}<svg xmlns="http://www.w3.org/2000/svg" ${medida}>${adentro}</svg>`)
  const jpeg = Uint8Array.from([...[0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0xff, 0xff, 0xff, 0xff, 0x01, 0x01, 0x11, 0x00, 0xff, 0xd9]])
  const usos = Array.from({ length: 8 }, (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`).join('')
  test.each<[string, Uint8Array]>([
    ['que dice tener 100.000 × 100.000 píxeles', declara(100_000, 100_000)],
    ['sin ancho', declara(0, 20)],
    ['cortada', png.slice(0, png.length - 20)],
    ['vacía', new Uint8Array()],
    ['JPEG que dice tener 65.535 × 65.535 píxeles', jpeg],
    ['SVG de 100.000 de ancho', svg('', 'width="100000" height="100000"')],
    ['SVG de ancho negativo', svg('', 'width="-5" height="-5"')],
    ['SVG de 5.000 pulgadas', svg('', 'width="5000in" height="5000in"')],
    ['SVG de caja desmedida', svg('', 'viewBox="0 0 1e9 1e9"')],
    ['SVG con una entidad que se multiplica', svg('<text>&a;</text>', '', '<!DOCTYPE svg [<!ENTITY a "aaaa">]>')],
    ['SVG que trae un archivo de este equipo', svg('<image href="file:///etc/foto.png" width="9" height="9"/>')],
    ['SVG con 100.000 grupos unos dentro de otros', svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`)],
    ['SVG con figuras que se multiplican', svg(`<g id="a0"><rect width="1" height="1"/></g>${usos}<use href="#a8"/>`)],
  ])('%s no se dibuja', { timeout: LIMITE }, async (_, bytes) => {
    expect(await preparePicture(bytes, 100, '#ffffff')).toBeNull()
    expect(await prepareLogo(bytes, 100)).toBeNull()
  })

  test('sana se dibuja, también un SVG como los que guardan los programas de dibujo', async () => {
    const doctype =
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    for (const bytes of [png, svg('<rect width="30" height="20"/>'), svg('<rect id="r" width="3" height="3"/><use href="#r"/>')])
      expect(await preparePicture(bytes, 100, '#ffffff')).toMatchObject({ width: 30, height: 20 })
    expect(await preparePicture(svg('<rect width="30" height="20"/>', 'viewBox="0 0 30 20"', doctype), 100, '#ffffff')).not.toBeNull()
  })

  test('que es un enlace a un archivo de fuera de la carpeta no es de la carpeta', async () => {
    const carpeta = mkdtempSync(join(tmpdir(), 'plantillas-'))
    const fuera = mkdtempSync(join(tmpdir(), 'fuera-'))
    try {
      for (const lugar of [carpeta, fuera]) writeFileSync(join(lugar, 'foto.png'), png)
      symlinkSync(join(fuera, 'foto.png'), join(carpeta, 'de-fuera.png'))
      symlinkSync(join(carpeta, 'foto.png'), join(carpeta, 'de-adentro.png'))
      expect([...(await readTree(carpeta)).keys()]).toEqual(['de-adentro.png', 'foto.png'])
    } finally {
      for (const lugar of [carpeta, fuera]) rmSync(lugar, { recursive: true })
    }
  })
})
