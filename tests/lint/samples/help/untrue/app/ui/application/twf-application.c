  } keys[] = {
    { "win.save", { "<Control>s" } },
  };
