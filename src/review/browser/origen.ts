/** Where each figure of the report comes from, for whoever asks: a button makes the figures things that can be reached and pressed. */

const VER = 'Ver de dónde sale cada cifra'
let viendo = false

/** Puts the button over the chapter on screen, and makes its figures answer where it was pressed. */
export function conOrigenes(): void {
  const capitulo = document.getElementById('capitulo')
  if (capitulo === null || capitulo.querySelector('.cifra') === null) return
  const boton = Object.assign(document.createElement('button'), { type: 'button', className: 'otro ver-origen', textContent: VER })
  boton.addEventListener('click', () => {
    viendo = !viendo
    aplicar(capitulo, boton)
    decir(viendo ? 'Elija una cifra para ver de dónde sale.' : '')
  })
  capitulo.prepend(boton)
  aplicar(capitulo, boton)
}

function aplicar(capitulo: HTMLElement, boton: HTMLButtonElement): void {
  boton.setAttribute('aria-pressed', String(viendo))
  document.documentElement.classList.toggle('con-origen', viendo)
  for (const cifra of capitulo.querySelectorAll<HTMLElement>('.cifra')) {
    if (viendo) {
      cifra.tabIndex = 0
      cifra.setAttribute('role', 'button')
    } else {
      cifra.removeAttribute('tabindex')
      cifra.removeAttribute('role')
    }
  }
}

/** Tells where the figure that was pressed comes from; null takes back what was told. Says whether there was anything to tell. */
export function mostrarOrigen(pulsado: EventTarget | null): boolean {
  if (pulsado === null) decir('')
  const cifra = viendo && pulsado instanceof Element ? pulsado.closest<HTMLElement>('.cifra') : null
  if (cifra === null) return false
  const { figura = '', regla = '', celdas = '' } = cifra.dataset
  decir(`${cifra.textContent}: ${figura}${regla === figura ? '' : ` (${regla})`}${celdas === '' ? '' : `. Celdas: ${celdas}`}`)
  return true
}

function decir(texto: string): void {
  const panel = document.getElementById('origen')
  if (panel !== null) panel.textContent = texto
}
