// Suggestions under a search field: an ARIA combobox. The page is whole without it.
(() => {
  "use strict";
  const FEWEST = 2, PAUSE = 150;

  const combobox = (input) => {
    const form = input.form, { suggest, count } = input.dataset;
    const list = document.createElement("ul");
    const said = document.createElement("p");
    let options = [], active = -1, timer = 0, request = null;

    list.id = `${input.id}-liste`;
    list.className = "suggest";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0].textContent);
    said.className = "vh";
    said.setAttribute("role", "status");
    input.parentElement.after(list, said);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": list.id, type: "text", enterkeyhint: "search", spellcheck: "false",
    })) input.setAttribute(name, value);

    const choose = (number) => {
      active = number;
      options.forEach((option, one) => option.setAttribute("aria-selected", one === number));
      if (number < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[number].id);
        options[number].scrollIntoView({ block: "nearest" });
      }
    };

    const show = (texts) => {
      options = texts.map((text, number) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${number}`;
        option.setAttribute("role", "option");
        option.dir = "auto";
        option.textContent = text;
        option.addEventListener("click", () => take(text));
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !texts.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      choose(-1);
      said.textContent = texts.length ? count.replace("#", texts.length) : "";
    };

    const close = () => {
      clearTimeout(timer);
      if (request) request.abort();
      show([]);
    };

    const take = (text) => {
      input.value = text;
      close();
      form.requestSubmit();
    };

    const ask = async () => {
      const typed = input.value;
      if (request) request.abort();
      request = new AbortController();
      try {
        const asked = new URLSearchParams(new FormData(form));
        const answer = await fetch(`${suggest}?${asked}`, { signal: request.signal });
        if (answer.ok && typed === input.value) show((await answer.json())[1]);
      } catch {
        // Who typed on, or has no network, misses a help and nothing else.
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      if (input.value.trim().length < FEWEST) close();
      else timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const last = options.length - 1;
      if (list.hidden || event.isComposing) return;
      if (event.key === "ArrowDown") choose(active === last ? -1 : active + 1);
      else if (event.key === "ArrowUp") choose(active < 0 ? last : active - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active >= 0) take(options[active].textContent);
      else return;
      event.preventDefault();
    });
    // A press on an option must not take the focus away from the field before the click.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    input.addEventListener("blur", close);
  };

  document.querySelectorAll("input[data-suggest]").forEach(combobox);
})();
