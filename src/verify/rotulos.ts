/** Captions and their numbers, against the workbook's and against what stands beside them. */
import type { ReadBlock } from '../readers/index.js'
import type { Esperado, RotuloEsperado } from './esperado.js'
import { dicenLoMismo, fichas } from './fichas.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn } from './lugar.js'
import type { ParejaDeTablas, RotuloLeido } from './tablas.js'
import { nombreDe } from './tablas.js'

/** Which caption of the document is which of the workbook's; those of its tables are known by these. */
export function emparejarRotulos(
  bloques: readonly ReadBlock[],
  { rotulos }: Esperado,
  tablas: readonly ParejaDeTablas[],
): ReadonlyMap<RotuloLeido, RotuloEsperado> {
  const leidos = bloques.filter((b) => b.type === 'caption')
  const pares = new Map<RotuloLeido, RotuloEsperado>()
  for (const { rotulo, esperada } of tablas) if (rotulo !== null && esperada.rotulo !== null) pares.set(rotulo, esperada.rotulo)
  for (const clase of new Set(rotulos.map((r) => r.clase))) {
    const suyos = leidos.filter((r) => mismaClase(r.label, clase) && !pares.has(r))
    const tomados = new Set([...pares.values()].map(({ id }) => id))
    const debidos = rotulos.filter((r) => r.clase === clase && !tomados.has(r.id))
    // As many as there should be stand in their places; where not, only their words can tell.
    if (suyos.length !== debidos.length) porPalabras(suyos, debidos, pares)
    else for (const [i, leido] of suyos.entries()) pares.set(leido, debidos[i] as RotuloEsperado)
  }
  return pares
}

function porPalabras(suyos: readonly RotuloLeido[], debidos: readonly RotuloEsperado[], pares: Map<RotuloLeido, RotuloEsperado>): void {
  const libres = new Set(debidos)
  const tomar = (leido: RotuloLeido, sirve: (r: RotuloEsperado) => boolean) => {
    const suyo = [...libres].find(sirve)
    if (suyo === undefined || pares.has(leido)) return
    pares.set(leido, suyo)
    libres.delete(suyo)
  }
  for (const leido of suyos) tomar(leido, (r) => dicenLoMismo(leido.text, r.texto.texto))
  for (const leido of suyos) tomar(leido, (r) => leido.number === r.numero)
}

const mismaClase = (leida: string, clase: string) => leida.slice(0, 4).toLowerCase() === clase.slice(0, 4).toLowerCase()

/** Numbers and words of captions that are another's, numbers that are there twice, and captions that are nowhere. */
export function revisarRotulos(
  bloques: readonly ReadBlock[],
  { rotulos }: Esperado,
  pares: ReadonlyMap<RotuloLeido, RotuloEsperado>,
): readonly HallazgoEnDocumento[] {
  const leidos = bloques.filter((b) => b.type === 'caption')
  const hallados = new Set([...pares.values()].map(({ id }) => id))
  return [
    ...[...pares].flatMap(([leido, suyo]) => deOtro(leido, suyo, rotulos)),
    ...leidos.filter((r, i) => leidos.findIndex((otro) => dicho(otro) === dicho(r)) < i).map(repetido),
    ...rotulos.filter((r) => !hallados.has(r.id)).map(ausente),
  ]
}

/** `Tabla 22`, as it is written. */
const dicho = ({ label, number }: RotuloLeido) => `${label} ${number}`

function deOtro(leido: RotuloLeido, suyo: RotuloEsperado, todos: readonly RotuloEsperado[]): readonly HallazgoEnDocumento[] {
  const mismas = dicenLoMismo(leido.text, suyo.texto.texto)
  if (leido.number === suyo.numero && mismas) return []
  const entero = `${dicho(leido)}. ${leido.text}`
  const debido = `${nombreDe(suyo)}. ${suyo.texto.texto}`
  const ajeno = todos.some((r) => r.id !== suyo.id && dicenLoMismo(leido.text, r.texto.texto))
  if (leido.number !== suyo.numero || ajeno) {
    const parte = ajeno ? { dice: entero, esperado: debido } : { dice: dicho(leido), esperado: nombreDe(suyo) }
    return [
      hallazgoEn(leido.place, { regla: 'rotulo', severidad: 'contradiccion', texto: entero, ...parte, explicacion: `Ahí va: ${debido}.` }),
    ]
  }
  const numeros = (texto: string) =>
    fichas(texto)
      .filter(({ clase }) => clase === 'numero')
      .map(({ clave }) => clave)
      .join(' ')
  const otraCifra = numeros(leido.text) !== numeros(suyo.texto.texto)
  return [
    hallazgoEn(leido.place, {
      regla: 'rotulo',
      severidad: otraCifra ? 'posible' : 'estilo',
      texto: entero,
      dice: leido.text,
      esperado: suyo.texto.texto,
      explicacion: `El rótulo que da el libro es: ${debido}.`,
    }),
  ]
}

function repetido(leido: RotuloLeido): HallazgoEnDocumento {
  const texto = `${dicho(leido)}. ${leido.text}`
  const explicacion = `Ya hay otra ${dicho(leido)} antes.`
  return hallazgoEn(leido.place, {
    regla: 'numero-repetido',
    severidad: 'contradiccion',
    texto,
    dice: dicho(leido),
    esperado: '',
    explicacion,
  })
}

function ausente(rotulo: RotuloEsperado): HallazgoEnDocumento {
  const esperado = `${nombreDe(rotulo)}. ${rotulo.texto.texto}`
  const explicacion = `El documento no tiene la ${nombreDe(rotulo)}, o no se pudo reconocer.`
  return hallazgoEn(EN_NINGUNA, { regla: 'rotulo-ausente', severidad: 'posible', texto: '', dice: '', esperado, explicacion })
}
