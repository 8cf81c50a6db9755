// Signs with finger, pen or mouse: strokes become the path of an SVG in a hidden field.
(() => {
  const box = document.querySelector("[data-pool-signature]");
  const field = document.querySelector("input[name=signature]");
  if (!box || !field) return;
  const svg = box.querySelector("svg");
  const path = svg.querySelector("path");
  let drawing = false;
  box.hidden = false;
  const place = (event) => {
    const area = svg.getBoundingClientRect();
    const x = Math.round(((event.clientX - area.left) / area.width) * 600);
    const y = Math.round(((event.clientY - area.top) / area.height) * 160);
    return `${Math.max(0, Math.min(600, x))} ${Math.max(0, Math.min(160, y))}`;
  };
  const add = (text) => {
    if (field.value.length + text.length > 59000) return;
    field.value += text;
    path.setAttribute("d", field.value);
  };
  svg.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    drawing = true;
    add(`${field.value ? " " : ""}M${place(event)}`);
  });
  svg.addEventListener("pointermove", (event) => {
    if (drawing) add(` L${place(event)}`);
  });
  svg.addEventListener("pointerup", () => { drawing = false; });
  svg.addEventListener("pointercancel", () => { drawing = false; });
  box.querySelector("button").addEventListener("click", () => {
    field.value = "";
    path.setAttribute("d", "");
  });
})();
