/** Shows where a figure comes from to whoever asks: a button turns the figures into buttons, each of which tells its own. */
export const GUION = `(() => {
const panel = document.getElementById('origen')
const cifras = [...document.querySelectorAll('.cifra')]
const boton = document.createElement('button')
boton.type = 'button'
boton.className = 'ver-origen'
boton.textContent = 'Ver de dónde sale cada cifra'
boton.setAttribute('aria-pressed', 'false')
document.getElementById('informe').prepend(boton)
const decir = (cifra) => {
const { figura, regla, celdas } = cifra.dataset
panel.textContent = cifra.textContent + ': ' + figura + (figura.endsWith(regla) ? '' : ' (' + regla + ')') + (celdas === '' ? '' : '. Celdas: ' + celdas)
}
boton.addEventListener('click', () => {
const ver = boton.getAttribute('aria-pressed') !== 'true'
boton.setAttribute('aria-pressed', String(ver))
document.documentElement.classList.toggle('con-origen', ver)
panel.textContent = ver ? 'Elija una cifra para ver de dónde sale.' : ''
for (const cifra of cifras) {
if (ver) { cifra.tabIndex = 0; cifra.setAttribute('role', 'button') }
else { cifra.removeAttribute('tabindex'); cifra.removeAttribute('role') }
}
})
const pedida = (evento) => boton.getAttribute('aria-pressed') === 'true' && evento.target.closest('.cifra')
document.addEventListener('click', (evento) => { const cifra = pedida(evento); if (cifra) decir(cifra) })
document.addEventListener('keydown', (evento) => {
const cifra = (evento.key === 'Enter' || evento.key === ' ') && pedida(evento)
if (cifra) { evento.preventDefault(); decir(cifra) }
if (evento.key === 'Escape') panel.textContent = ''
})
})()`
