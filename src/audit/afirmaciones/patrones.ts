/**
 * How people state a figure: the one table of patterns. They are looked for in the plain text of a sentence, where a quantity is a run
 * of `#`, a percentage of `%` and a year of `=` (see lengua/lectura.ts). The first pattern that takes a number decides what it is.
 */

/** What a figure is said to be. */
export type ClaseDeAfirmacion = 'planeado' | 'cumplimiento' | 'avance' | 'faltante' | 'excedente' | 'meta' | 'acumulado'

/** `{n}` a quantity, `{p}` a percentage, `{q}` either, `{…4}` up to four words. */
const ATAJOS: readonly (readonly [RegExp, string])[] = [
  [/\{n\}/gu, '(?<n>#+)'],
  [/\{p\}/gu, '(?<n>%+)'],
  [/\{q\}/gu, '(?<n>#+|%+)'],
  [/\{…(\d+)\}/gu, '(?:[a-z=@]+ ){0,$1}?'],
]

const META = '(?:metas?|lo (?:programado|planeado|previsto|proyectado|propuesto|pactado|esperado))'
const PREVISTOS = '(?:previst|programad|planead|proyectad|comprometid|propuest|planificad|pactad)[oa]s?'
/** Words after which a number near «meta» is no longer the goal. */
const NO_META = '(?:super|logr|alcanz|cumpl|realiz|entreg|sobrepas|falt|rezag|hicier|lleg(?:o|aron|ando)|con|por|porque|mas)'

const TABLA: readonly (readonly [ClaseDeAfirmacion, string])[] = [
  ['planeado', `{p} (?:que )?(?:estaba |se habia |habia )?(?:planead|programad|previst)[oa]`],
  ['planeado', `(?:lo )?planeado (?:{…3}(?:era|es|fue) )?(?:del? |el )?{p}`],

  // «Un rezago del 100 % de la meta» says how much is missing, not how much was met.
  ['faltante', `(?:rezago|atraso|retraso|deficit) (?!de (?:los|las|otr)){…6}{q}`],
  ['excedente', `(?:sobre-? ?ejecucion|sobrecumplimiento|excedente|superavit) {…6}{q}`],
  ['cumplimiento', `cumpl(?!ido en)[a-z]+ (?:(?!metas? del? )[a-z=@]+ ){0,5}?(?:del? |al |en un |un |el )?{p}`],
  ['cumplimiento', `{p} (?:de|del|en) {…2}cumplimiento`],
  ['cumplimiento', `{p} (?:de|sobre|frente a|respecto a|respecto de|en) (?:la |las |su |sus |esta |dicha )?${META}`],
  ['cumplimiento', `(?<!sobre-? ?)ejecucion (?!presupuest|financier|del presupuesto){…5}{p}`],
  ['cumplimiento', `(?:alcanz|logr|ejecut)[a-z]+ (?:la |su )?${META} {…3}(?:en|al) (?:un )?{p}`],

  ['avance', `avance {…12}{p}`],
  ['avance', `avanz[a-z]+ {…3}{p}`],
  ['avance', `{p} de avance`],

  [
    'faltante',
    `(?:falta|faltan|faltaba|faltaban|falto|faltaron|faltando|restan|quedan|quedaron)(?: pendientes?| faltando)?(?: por [a-z]+| aun| todavia| solo| apenas| otr[oa]s)? (?:l[oa]s )?{q}`,
  ],
  [
    'faltante',
    `{q} {…2}(?:de rezago|de atraso|pendientes de|menos (?:de|que) l[oa]s? (?:que )?${PREVISTOS}|por debajo de lo ${PREVISTOS})`,
  ],
  ['faltante', `por debajo (?:de lo ${PREVISTOS} )?en {q}`],

  ['excedente', `(?:super|exced|sobrepas|rebas)[a-z]+ {…7}(?:en|por) {q}`],
  [
    'excedente',
    `{q} {…2}(?:de sobre-? ?ejecucion|de mas|mas (?:de|que) l[oa]s? (?:que )?${PREVISTOS}|por encima de (?:la meta|lo ${PREVISTOS}))`,
  ],
  ['excedente', `por encima (?:de (?:la meta|lo ${PREVISTOS}) )?en {q}`],

  ['acumulado', `acumulad[oa]s? (?!en)(?:es |fue |de |del |son |suman |llega a |(?:=+ )){1,3}{q}`],
  [
    'acumulado',
    `{q} {…5}(?:acumulad[oa]s|en lo corrido del plan|en lo que va del plan|desde que (?:comenzo|empezo|inicio|arranco) el plan|desde el (?:comienzo|inicio) del plan)`,
  ],
  ['acumulado', `desde el (?:comienzo|inicio) del plan {…4}{q}`],

  ['meta', `metas? (?:(?!${NO_META})[a-z=@]+ ){0,6}?{q}`],
  ['meta', `{q} {…3}${PREVISTOS}(?! en (?:otr|la entrada))`],
  ['meta', `${PREVISTOS} {…2}(?:eran|son|fueron|de) {q}`],
  ['meta', `frente a (?:una meta de |un |los |las )?{q}`],
  ['meta', `se (?:esperaban?|preveian?|tenian? previsto|habian? (?:previsto|programado|planeado)) {…2}{q}`],
]

export interface Patron {
  readonly clase: ClaseDeAfirmacion
  readonly forma: RegExp
}

/** The table, compiled. Each has a group `n`: the number. */
export const PATRONES: readonly Patron[] = TABLA.map(([clase, forma]) => ({
  clase,
  forma: new RegExp(`(?<![\\w#%])${ATAJOS.reduce((dicho, [atajo, entero]) => dicho.replace(atajo, entero), forma)}`, 'gud'),
}))

/** How people say that a goal was met or not. `vigencia` and `acumulado` narrow what it is said of. */
export type Sentido = 'cumplio' | 'supero' | 'no-cumplio' | 'rezago' | 'al-dia' | 'sobre-ejecucion'

const LA_META = `(?:con )?(?:la |las |su |sus |esta |dicha )?(?:totalidad de (?:la |las |su |sus )?)?${META}`
const FORMAS_DE_SENTIDO: readonly (readonly [Sentido, string])[] = [
  ['no-cumplio', `no (?:se )?(?:logro |pudo |alcanzo a )?(?:cumpl|alcanz|logr)(?:io|ieron|o|aron|ir|ar|ida|ado|idas) ${LA_META}`],
  ['no-cumplio', `${META} {…4}no (?:se |fue |fueron |pudo |pudieron )?(?:cumpl|alcanz|logr)[a-z]+`],
  ['no-cumplio', `(?:sin (?:cumplir|alcanzar)|incumpli[a-z]+|incumplimiento de) ${LA_META}`],
  ['supero', `(?<!no (?:se )?)(?:se )?(?:super|sobrepas|rebas)(?:o|aron|ando|a|an) (?:ampliamente |con creces |incluso )?${LA_META}`],
  ['supero', `(?<!no (?:se )?)${META} {…4}(?<!no (?:se |fue )?)(?:se supero|fue superada|superada|se sobrepaso)`],
  ['supero', `por encima de (?:la meta|lo (?:programado|planeado|previsto))`],
  ['supero', `sobrecumplimiento de ${LA_META}`],
  [
    'cumplio',
    `(?<!no (?:se )?|solo |parcialmente )(?:se )?(?:cumplio|cumplieron|alcanzo|alcanzaron) (?!a )(?:plenamente |totalmente |a cabalidad |integralmente )?${LA_META}(?! (?:en un|en el|al) %)`,
  ],
  [
    'cumplio',
    `(?<!no (?:se )?)${META} {…4}(?<!no )(?:se cumplio|se cumplieron|fue cumplida|fueron cumplidas|se alcanzo|se logro)(?! parcial|(?: [a-z]+){0,2} (?:en un|al) %)`,
  ],
  [
    'rezago',
    `(?:en|con(?: un)?|presenta(?: un)?|registra(?: un)?|tiene(?: un)?|acumula(?: un)?|persiste (?:un|el)|muestra(?: un)?|lleva(?: un)?) (?:rezago|atraso|retraso)(?! (?:de|en) (?:los|las|otr|anos|la entrega|el proceso|el giro))`,
  ],
  ['rezago', `(?:se encuentra|quedo|esta|sigue|va|continua) (?:rezagad|atrasad)[oa]`],
  ['rezago', `por debajo de (?:la meta|lo (?:programado|planeado|previsto))`],
  ['al-dia', `(?:al dia|en cumplimiento|conforme a lo (?:planeado|programado|previsto)|de acuerdo con lo (?:planeado|programado))`],
  [
    'sobre-ejecucion',
    `(?:en|con(?: una?)?|presenta(?: una?)?|registra(?: una?)?|tiene(?: una?)?|cuenta con(?: una?)?) (?:sobre-? ?ejecucion|sobrecumplimiento)`,
  ],
]

export interface PatronDeSentido {
  readonly sentido: Sentido
  readonly forma: RegExp
}

/** How a direction is said, in order: the first that matches a stretch of words decides. */
export const PATRONES_DE_SENTIDO: readonly PatronDeSentido[] = FORMAS_DE_SENTIDO.map(([sentido, forma]) => ({
  sentido,
  forma: new RegExp(`(?<![\\w#%])(?:${ATAJOS.reduce((dicho, [atajo, entero]) => dicho.replace(atajo, entero), forma)})(?!\\w)`, 'gu'),
}))
