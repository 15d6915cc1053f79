/** What must not be published of a person (Ley 1581 de 2012): identity numbers, telephones, addresses, and a name beside a condition. */
import { type OracionLeida, reparo } from '../leido.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

const LEY = 'Es un dato personal, y puede que sensible: no se publica sin autorización (Ley 1581 de 2012).'

/** How each thing is written, on the text as it stands. Group `n`: what must go. */
const FORMAS: readonly RegExp[] = [
  /(?:c[ée]dula(?: de (?:ciudadan[ií]a|extranjer[ií]a))?|c\. ?c\.|tarjeta de identidad|t\. ?i\.|NUIP|pasaporte|documento(?: de identidad)?|identificad[oa])(?: (?:n[.°º]*|no\.|n[uú]mero|con))*[ :]*(?<n>\d[\d.]{5,14}\d)/diu,
  /(?<![\d.])(?<n>\d{1,2}\.\d{3}\.\d{3}\.\d{3}|1\.\d{3}\.\d{3}\.\d{3})(?![\d.])/du,
  /(?<![\d.,])(?<n>(?:\+?57[ -]?)?3\d{2}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2})(?![\d.,]?\d)/du,
  /(?:tel[eé]fono|celular|m[oó]vil|whatsapp)(?: (?:fijo|n[.°º]*|no\.|n[uú]mero|es|el))*[ :]*(?<n>\+?\d[\d -]{6,14}\d)/diu,
]
const CORREO = /(?<n>[\w.+-]+@(?<dominio>[\w-]+(?:\.[\w-]+)+))/dgu
/** Those of public entities are for the public. */
const PUBLICO = /\.(?:gov|gob|edu|mil)\.[a-z]{2}$|\.(?:gov|edu|mil|int)$/iu

const revisarNumeros = porOracion((oracion) => [
  ...FORMAS.flatMap((forma) => {
    const hallado = forma.exec(oracion.texto)
    return hallado === null ? [] : dato(oracion, hallado)
  }).filter((r, i, todos) => todos.findIndex((otro) => otro.dice === r.dice || otro.dice.includes(r.dice)) === i),
  ...[...oracion.texto.matchAll(CORREO)].flatMap((hallado) => (PUBLICO.test(hallado.groups?.dominio ?? '') ? [] : dato(oracion, hallado))),
])

function dato(oracion: OracionLeida, hallado: RegExpExecArray) {
  const [desde = 0, hasta = 0] = hallado.indices?.groups?.n ?? []
  return [reparo(oracion, { desde, hasta }, { esperado: '', explicacion: LEY })]
}

const PERSONA = '\\p{Lu}\\p{Ll}+(?: (?:de |del |de la )?\\p{Lu}\\p{Ll}+){1,3}'
const CONDICION =
  '(?:paciente|v[ií]ctima|desplazad[oa]|portador[a]?|diagnosticad[oa]|con (?:VIH|discapacidad|sida|hepatitis|c[aá]ncer)|seropositiv[oa]|embarazada|migrante|habitante de calle|menor de edad|adict[oa]|en condici[oó]n de|sobreviviente)'
/** A name and, in apposition to it, a condition. */
const CON_CONDICION = new RegExp(
  `(?<n>${PERSONA})(?:,| \\(|:| —| –| es| fue| vive como)(?: (?:una|un|la|el|quien es|de \\d+ años,?))? ${CONDICION}`,
  'du',
)
/** `la usuaria Rosa Pérez`. */
const CON_OFICIO = new RegExp(
  `(?<!\\p{L})(?:la|el|una|un|las|los) (?:usuari[oa]|paciente|beneficiari[oa]|v[ií]ctima|participante|atendid[oa]) (?<n>${PERSONA})`,
  'du',
)

const revisarNombres = porOracion((oracion) =>
  [CON_CONDICION, CON_OFICIO].flatMap((forma) => {
    const hallado = forma.exec(oracion.texto)
    return hallado === null ? [] : dato(oracion, hallado)
  }),
)

export const REGLAS_PERSONALES: readonly ReglaDeProsa[] = [
  {
    id: 'dato-personal',
    severidad: 'posible',
    que: 'Dato personal: un número de identidad, un teléfono o un correo de una persona.',
    debe: { texto: 'Para reservar un puesto hay que llamar a don Aurelio al 312 555 0147.' },
    no: { texto: 'Para más información escriba a agricultura@villadelprado.gov.co o marque la línea 018000 423 614.' },
    revisar: revisarNumeros,
  },
  {
    id: 'dato-personal-nombre',
    severidad: 'posible',
    que: 'Dato personal: el nombre de alguien junto a su condición.',
    debe: { texto: 'Entre quienes recibieron apoyo está Rosalba Cárdenas Pineda, paciente con VIH.' },
    no: { texto: 'La coordinadora del programa, Rosalba Cárdenas Pineda, presentó los resultados.' },
    revisar: revisarNombres,
  },
]
