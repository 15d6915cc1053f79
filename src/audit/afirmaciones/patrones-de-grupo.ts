/** How people count products and say where a sector, an objetivo or the policy stands. Same signs as patrones.ts. */
import type { CampoGrupo } from '../../model/index.js'

type Recuento = Extract<CampoGrupo, 'productos' | 'con meta' | 'sin meta' | 'verde' | 'amarillo' | 'rojo' | 'cumplidos'>

const FORMAS: readonly (readonly [Recuento, string])[] = [
  ['sin meta', '(?<n>#+) (?:[a-z]+ ){0,3}?(?:sin metas?|no (?:tenian?|tienen?|tuvieron|contaban) (?:con )?metas?)'],
  [
    'con meta',
    '(?<n>#+) (?:[a-z]+ ){0,4}?(?:tenian?|tienen?|tuvieron|tuvo|contaban?|contaron|cuentan?|conto|con) (?:con )?(?:una )?metas?(?! (?:final|acumulada|total|cumplida|superada))',
  ],
  ['con meta', 'metas? (?:[a-z]+ ){0,2}?en (?<n>#+) de (?:los|las|sus) #'],
  ['con meta', '(?<n>#+) productos (?:[a-z]+ ){0,12}?con metas? y en ejecucion'],
  [
    'con meta',
    '(?<n>#+) productos (?:que )?(?:estaban|estan|estuvieron|se encuentran|se encontraban|tuvieron|tenian) en (?:ejecucion|implementacion)',
  ],
  ['verde', '(?<n>#+) (?:[a-z]+ ){0,6}?en (?:color |el color |rango |el rango |semaforo )?verde'],
  ['amarillo', '(?<n>#+) (?:[a-z]+ ){0,6}?en (?:color |el color |rango |el rango |semaforo )?amarillo'],
  ['rojo', '(?<n>#+) (?:[a-z]+ ){0,6}?en (?:color |el color |rango |el rango |semaforo )?rojo'],
  ['verde', 'en (?:color )?verde (?:[a-z]+ ){0,3}?(?<n>#+)(?= productos| metas|[,.;)]|$| y | en )'],
  ['amarillo', 'en (?:color )?amarillo (?:[a-z]+ ){0,3}?(?<n>#+)(?= productos| metas|[,.;)]|$| y | en )'],
  ['rojo', 'en (?:color )?rojo (?:[a-z]+ ){0,3}?(?<n>#+)(?= productos| metas|[,.;)]|$| y | en )'],
  ['cumplidos', '(?<n>#+) (?:productos )?(?:ya )?(?:se habian cumplido|estaban cumplidos|cumplidos en (?:anos|vigencias) anteriores)'],
  [
    'productos',
    '(?:los|sus|tiene|cuenta con|comprende|son|de) (?<n>#+) productos (?:a (?:su )?cargo|de la politica|del plan(?: de accion)?|del sector|del objetivo|que (?:componen|integran|conforman|tiene a (?:su )?cargo))',
  ],
]

/** Counts of products, in order: the first that takes a number decides. Group `n`: the number. */
export const PATRONES_DE_RECUENTO: readonly { readonly campo: Recuento; readonly forma: RegExp }[] = FORMAS.map(([campo, forma]) => ({
  campo,
  forma: new RegExp(`(?<![\\w#])${forma}(?!\\w)`, 'gud'),
}))
