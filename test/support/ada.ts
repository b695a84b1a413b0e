// Ada forwards; Rae recruits; Acme hires. They stay the same in every test.
export const ADA = {
  id: "ada",
  name: "Ada Byron",
  zone: "Europe/Berlin",
  address: "ada@home.example",
  inbox: "in-ada@callback.example",
};
